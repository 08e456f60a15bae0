"""Reads an encoded topic with PyFlink: a table of the files that were sent, byte for byte.

    pip install apache-flink
    python3 read_topic_with_pyflink.py localhost:9092 media.ardm FOLDER ardm-flink-sql.jar flink-sql-connector-kafka.jar

Each file goes to FOLDER, under the last part of the name that its record has as a key.
"""
import pathlib
import sys

from pyflink.table import EnvironmentSettings, TableEnvironment

broker, topic, folder, *jars = sys.argv[1:]

flink = TableEnvironment.create(EnvironmentSettings.in_batch_mode())
flink.get_config().set("pipeline.jars", ";".join(pathlib.Path(jar).resolve().as_uri() for jar in jars))
flink.create_java_temporary_system_function("ARDM_DECODE", "io.ardmstream.sql.ArdmDecode")
flink.execute_sql(f"""
    CREATE TABLE encoded (`key` BYTES, `value` BYTES) WITH (
      'connector' = 'kafka',
      'topic' = '{topic}',
      'properties.bootstrap.servers' = '{broker}',
      'properties.isolation.level' = 'read_committed',
      'scan.startup.mode' = 'earliest-offset',
      'scan.bounded.mode' = 'latest-offset',
      'key.format' = 'raw',
      'key.fields' = 'key',
      'value.format' = 'raw',
      'value.fields-include' = 'EXCEPT_KEY')
""")
files = flink.sql_query("SELECT DECODE(`key`, 'UTF-8') AS name, ARDM_DECODE(`value`) AS file FROM encoded")

with files.execute().collect() as rows:
    for name, file in rows:
        (pathlib.Path(folder) / pathlib.PurePath(name).name).write_bytes(file)
        print(name, len(file))
