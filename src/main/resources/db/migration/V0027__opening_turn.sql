insert into shared_turn (name) values ('cases');
