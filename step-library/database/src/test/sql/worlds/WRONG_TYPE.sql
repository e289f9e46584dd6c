-- The case WRONG_TYPE of every Then step.
DROP TABLE orders IF EXISTS;
DROP TABLE coupons IF EXISTS;
DROP TABLE entries IF EXISTS;
CREATE TABLE orders (id integer, status integer, total varchar(20));
INSERT INTO orders VALUES (7, 1, 'x');
CREATE TABLE coupons (code integer NOT NULL, percent varchar(20) NOT NULL);
INSERT INTO coupons VALUES (1, 'x');
INSERT INTO coupons VALUES (1, 'x');
CREATE TABLE entries (total date);
