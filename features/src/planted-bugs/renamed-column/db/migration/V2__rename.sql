ALTER TABLE stock RENAME COLUMN reserved TO held;
