-- What nobody else is told of: history that was imported while the shop was closed. The end is
-- known when the shop opens again.
create table unannounced (
    begins bigint primary key,
    ends bigint
);
