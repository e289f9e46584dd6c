-- Gives the coupon what it has; and nothing else.
UPDATE coupons SET percent = 10 WHERE code = 'WELCOME';
UPDATE coupons SET percent = 5 WHERE code = 'WELCOME';
