-- The case NULL of every Then step.
DROP TABLE orders IF EXISTS;
DROP TABLE coupons IF EXISTS;
DROP TABLE entries IF EXISTS;
CREATE TABLE orders (id integer, status varchar(20), total numeric(10, 2));
INSERT INTO orders VALUES (null, null, null);
CREATE TABLE coupons (code varchar(40), percent integer NOT NULL, more integer);
INSERT INTO coupons VALUES (null, 0, null);
INSERT INTO coupons VALUES (null, 0, null);
CREATE TABLE entries (total numeric(10, 2));
INSERT INTO entries VALUES (null);
