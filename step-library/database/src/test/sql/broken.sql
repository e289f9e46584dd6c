UPDATE coupons SET percent = 99 WHERE code = 'WELCOME';
UPDATE nonsense SET percent = 5;
