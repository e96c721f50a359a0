-- The engine starts only with the level of history that it finds here; a new database gets it when the engine first starts.
-- 4 is workflow.engine.LeanHistory. What the fuller history before it has written stays, and stays vouched for.
update ACT_GE_PROPERTY set VALUE_ = '4' where NAME_ = 'historyLevel';
