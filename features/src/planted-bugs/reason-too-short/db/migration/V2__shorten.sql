ALTER TABLE orders ALTER COLUMN reason TYPE varchar(12);
