-- The case EMPTY of every Then step.
DROP TABLE orders IF EXISTS;
DROP TABLE coupons IF EXISTS;
DROP TABLE entries IF EXISTS;
CREATE TABLE orders (id integer PRIMARY KEY, status varchar(20), total numeric(10, 2));
CREATE TABLE coupons (c integer);
CREATE TABLE entries (total numeric(10, 2));
