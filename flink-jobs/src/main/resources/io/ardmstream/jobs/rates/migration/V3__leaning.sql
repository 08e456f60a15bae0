alter table rate_window
  add column leaning_saved_bytes bigint not null default 0;
comment on column rate_window.leaning_saved_bytes is
  'About how many bytes more the containers would have if no record leant on those before it.';
