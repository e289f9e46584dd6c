-- The case ABSENT of every Then step.
DROP TABLE orders IF EXISTS;
DROP TABLE coupons IF EXISTS;
DROP TABLE entries IF EXISTS;
