import type { Migration } from '@lianxue/persistence';

/** Which figures questions and test papers show: kept for good while they do, collected when nobody refers to them. */
export const questionFigures: Migration = {
  name: '1200-question-figures',
  sql: `
    create table question_figure (id uuid primary key, content text not null, settled boolean not null default false);
    create index question_figure_content on question_figure (content);
    create index question_figure_unsettled on question_figure (id) where not settled;
    create trigger question_figure_leaves after delete on question_figure for each row execute function leave_file();

    create function figures_in(said jsonb, way jsonpath) returns table (file uuid, content text) language sql immutable as $$
      select (figure ->> 'file')::uuid, figure ->> 'sha256' from jsonb_path_query(said, way) figure where figure ->> 'file' is not null
    $$;
    -- Whoever writes questions and papers, a rule or a sandbox that begins anew: what they show follows.
    create function keep_figures() returns trigger language plpgsql as $$
    declare
      was jsonb := to_jsonb(old) -> tg_argv[0];
      said jsonb := to_jsonb(new) -> tg_argv[0];
      way jsonpath := tg_argv[1]::jsonpath;
    begin
      delete from question_figure where id in (select file from figures_in(was, way) except select file from figures_in(said, way));
      insert into question_figure (id, content) select file, content from figures_in(said, way) on conflict do nothing;
      return null;
    end $$;
    insert into question_figure (id, content, settled)
      select f.file, f.content, true from question q, figures_in(q.figures, '$[*]') f on conflict do nothing;
    create trigger question_shows after insert or delete or update of figures on question
      for each row execute function keep_figures('figures', '$[*]');
    create trigger test_paper_shows after insert or delete or update of sections on test_paper
      for each row execute function keep_figures('sections', '$[*].questions[*].figures[*]');
  `,
};
