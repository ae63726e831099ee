-- What an administrator writes in English of a category, of a question and of a ready answer.
alter table report_categories add column notice_en text not null default '';
alter table report_questions add column label_en text not null default '';
alter table report_questions add column help_en text not null default '';
alter table report_templates add column text_en text not null default '';
-- The questions a house began with had their English until they were kept.
update report_questions set label_en = 'Since when?'
    where category = 'bin-full' and code = 'since' and label_fr = 'Depuis quand ?';
update report_questions set label_en = 'How many, roughly?'
    where category = 'stray-dogs' and code = 'count' and label_fr = 'Combien, environ ?';
update report_questions set label_en = 'How strong is it?'
    where category = 'water-leak' and code = 'strength' and label_fr = 'Quelle est sa force ?';
