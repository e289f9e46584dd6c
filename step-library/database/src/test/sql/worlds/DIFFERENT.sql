-- The case DIFFERENT of every Then step.
DROP TABLE orders IF EXISTS;
DROP TABLE coupons IF EXISTS;
DROP TABLE entries IF EXISTS;
CREATE TABLE orders (id integer PRIMARY KEY, status varchar(20), total numeric(10, 2), lost integer NOT NULL);
INSERT INTO orders VALUES (2, 'LOST', 7.5, 1);
INSERT INTO orders VALUES (3, 'LOST', 12, 1);
CREATE TABLE coupons (percent bigint, code varchar(41) NOT NULL);
INSERT INTO coupons VALUES (7, 'OTHER');
INSERT INTO coupons VALUES (8, 'OTHER');
CREATE TABLE entries (total numeric(10, 2));
INSERT INTO entries VALUES (19.51);
