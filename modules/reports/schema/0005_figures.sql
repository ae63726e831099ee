-- How the reports that were filed in a month fared: of so many the figure has this value. Changed by
-- the act that changes a report, so that no page counts reports.
create table report_figures (
    category text not null,            -- empty: all of them
    territory {BIGINT} not null,       -- 0: all of them
    month text not null,               -- in which they were filed: 2026-03
    -- filed; due, of open ones: their day as 20260331; days, of answered ones: until the answer;
    -- rating; reopened
    figure text not null,
    value {BIGINT} not null,           -- 0 where there is nothing to tell apart
    amount {BIGINT} not null,
    primary key (category, territory, month, figure, value)
) {STRICT};

insert into report_figures (category, territory, month, figure, value, amount)
with facts as (
    select category, territory, substr(filed_on, 1, 7) as month, 'filed' as figure,
        cast(0 as {BIGINT}) as value
    from reports where is_public = 1
    union all
    select category, territory, substr(filed_on, 1, 7), 'due',
        cast(replace(due, '-', '') as {BIGINT})
    from reports where is_public = 1 and is_open = 1
    union all
    select category, territory, substr(filed_on, 1, 7), 'days',
        (closed_at - filed_at) / 86400000000
    from reports where is_public = 1 and phase in ('fixed', 'refused') and closed_at is not null
    union all
    select category, territory, substr(filed_on, 1, 7), 'rating', rating
    from reports where is_public = 1 and rating > 0
    union all
    select category, territory, substr(filed_on, 1, 7), 'reopened', cast(0 as {BIGINT})
    from reports where is_public = 1 and reopened > 0
), scales as (
    select 1 as of_category, 1 as of_territory union all select 1, 0 union all select 0, 1
)
select case when of_category = 1 then category else '' end,
    case when of_territory = 1 then territory else 0 end, month, figure, value, count(*)
from facts cross join scales
group by 1, 2, 3, 4, 5;
