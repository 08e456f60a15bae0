alter table rate_window
  add column run  text not null default '',
  add column base bytea;
comment on column rate_window.run is
  'Which run of the rates job counted; a run begins where the job starts without a checkpoint.';
comment on column rate_window.base is
  'What the job adds late records to, once it has forgotten the window: a RateWindow in Avro.';

create table rate_run (
  run        text   primary key,
  checkpoint bigint not null
);
comment on table rate_run is
  'Up to which checkpoint a run of the rates job has forgotten windows.';
