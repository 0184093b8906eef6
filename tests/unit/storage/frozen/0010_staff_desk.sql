PRAGMA foreign_keys = OFF;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'kiosk','0001_visits','2026-11-23 07:11:38.876583+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'kiosk','0002_texts','2026-11-23 07:11:38.876747+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'kiosk','0003_staff','2026-11-23 07:11:38.876884+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'kiosk','0004_print_jobs','2026-11-23 07:11:38.877023+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'kiosk','0005_audit_log','2026-11-23 07:11:38.877115+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'kiosk','0006_alert_deliveries','2026-11-23 08:21:38.875014+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'kiosk','0007_pin_changed','2026-11-23 08:21:38.875401+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'kiosk','0008_chart','2026-11-23 11:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'kiosk','0009_audit_head','2026-11-25 22:56:08.383369+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'kiosk','0010_staff_desk','2026-11-26 00:15:04.080131+00:00');
CREATE TABLE alert_deliveries (
            id INTEGER PRIMARY KEY,
            visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
            alert INTEGER NOT NULL,
            channel TEXT NOT NULL,
            at TEXT NOT NULL,
            ok INTEGER NOT NULL,
            error TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "alert_deliveries" VALUES(1,'00000000000000000000000000000000',1,'desk','2026-03-02T12:02:30.123456+00:00',1,'');
CREATE TABLE alert_tests (
            channel TEXT NOT NULL,
            target TEXT NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (channel, target)
        ) STRICT
        ;
INSERT INTO "alert_tests" VALUES('desk','hash','2026-03-02T12:00:00.123456+00:00');
CREATE TABLE audit_head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seq INTEGER NOT NULL,
            hash TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "audit_head" VALUES(1,1,'729f1e2af69cebb924f050f257e88d4e8b89dbfffd4e55d492de46b15f96e570');
CREATE TABLE audit_log (
            seq INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            "action" TEXT NOT NULL,
            subject TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "audit_log" VALUES(1,'2026-03-02T12:00:00.123456+00:00','Ann','did','v','0000000000000000000000000000000000000000000000000000000000000000','729f1e2af69cebb924f050f257e88d4e8b89dbfffd4e55d492de46b15f96e570');
CREATE TABLE facts (
            id INTEGER PRIMARY KEY,
            visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT
        ;
INSERT INTO "facts" VALUES(1,'00000000000000000000000000000000','2026-03-02T12:00:00.123456+00:00','Started','{"colour":"green","number":42,"language":"en","mode":"rehearsal"}');
INSERT INTO "facts" VALUES(2,'00000000000000000000000000000000','2026-03-02T12:01:00.123456+00:00','ItemAnswered','{"instrument":"epds","item":10,"position":1,"seconds":2.5}');
INSERT INTO "facts" VALUES(3,'00000000000000000000000000000000','2026-03-02T12:02:00.123456+00:00','AlertRaised','{"number":1,"kind":"item_10"}');
CREATE TABLE print_jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            asked_by TEXT NOT NULL,
            printer TEXT,
            printer_job INTEGER
        , begun INTEGER NOT NULL DEFAULT 0, copies INTEGER NOT NULL DEFAULT 1) STRICT
        ;
INSERT INTO "print_jobs" VALUES(1,'00000000000000000000000000000000','summary','held','2026-03-02T12:00:00.123456+00:00','Ann',NULL,NULL,0,1);
CREATE TABLE slips (
            code TEXT PRIMARY KEY NOT NULL,
            made_at TEXT NOT NULL,
            made_by TEXT NOT NULL,
            visit_id TEXT REFERENCES visits (id) ON DELETE CASCADE
        ) STRICT
        ;
CREATE TABLE staff (
            name TEXT PRIMARY KEY NOT NULL,
            role TEXT NOT NULL,
            pin_hash TEXT NOT NULL
        , pin_changed INTEGER NOT NULL DEFAULT 0, active INTEGER NOT NULL DEFAULT 1) STRICT
        ;
INSERT INTO "staff" VALUES('Ann','admin','hash',1,1);
CREATE TABLE staff_attempts (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            failures INTEGER NOT NULL,
            locked_until TEXT
        ) STRICT
        ;
INSERT INTO "staff_attempts" VALUES(1,5,'2026-03-02T12:00:00.123456+00:00');
CREATE TABLE texts (
            instrument TEXT NOT NULL,
            language TEXT NOT NULL,
            version TEXT NOT NULL,
            verified INTEGER NOT NULL,
            installed_at TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (instrument, language)
        ) STRICT
        ;
INSERT INTO "texts" VALUES('epds','en','v',0,'2026-03-02T12:00:00.123456+00:00','{"text":{"instrument":"epds","language":"en","version":"v","citation":"","title":"","instruction":"","items":[{"number":1,"stem":"Stem","options":["A","B","C","D"]}]},"permission":{"text":"letter","granted_by":"","granted_on":null,"scope":""},"verified":false,"differences":[],"accepted_by":""}');
CREATE TABLE visits (
            id TEXT PRIMARY KEY NOT NULL,
            colour TEXT NOT NULL,
            number INTEGER NOT NULL,
            state TEXT NOT NULL,
            language TEXT NOT NULL,
            mode TEXT NOT NULL,
            started_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            open_alerts INTEGER NOT NULL,
            alert_since TEXT,
            help_wanted INTEGER NOT NULL,
            printed INTEGER NOT NULL DEFAULT 0,
            reviewed INTEGER NOT NULL,
            started_order INTEGER NOT NULL,
            board_order INTEGER NOT NULL
        , chart TEXT NOT NULL DEFAULT '', form_order INTEGER, slip TEXT NOT NULL DEFAULT '', board_rank INTEGER GENERATED ALWAYS AS (
            CASE
                WHEN open_alerts > 0 THEN 0
                WHEN reviewed THEN 6
                WHEN help_wanted THEN 1
                WHEN printed THEN 5
                WHEN state = 'finished' THEN 2
                WHEN state = 'unfinished' THEN 3
                ELSE 4
            END
        ) VIRTUAL) STRICT
        ;
INSERT INTO "visits" VALUES('00000000000000000000000000000000','green',42,'open','en','rehearsal','2026-03-02T12:00:00.123456+00:00','2026-03-02T12:02:00.123456+00:00',1,'2026-03-02T12:02:00.123456+00:00',0,0,0,1772452800123456,1772452920123456,'MRN-1',NULL,'');
CREATE INDEX visits_chart ON visits (chart, form_order) WHERE chart <> '';
CREATE INDEX visits_newest ON visits (colour, number, started_order DESC);
CREATE INDEX visits_state ON visits (state, started_order);
CREATE INDEX visits_reviewed ON visits (reviewed, colour, number);
CREATE INDEX facts_visit ON facts (visit_id);
CREATE INDEX print_jobs_visit ON print_jobs (visit_id);
CREATE INDEX alert_deliveries_visit ON alert_deliveries (visit_id);
CREATE INDEX alert_deliveries_channel ON alert_deliveries (channel);
CREATE INDEX visits_rank ON visits (board_rank, board_order);
CREATE INDEX visits_rank_colour ON visits (colour, board_rank, board_order);
CREATE INDEX visits_rank_code ON visits (colour, number, board_rank, board_order);
CREATE INDEX print_jobs_state ON print_jobs (state);
CREATE INDEX slips_visit ON slips (visit_id);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TRIGGER audit_log_follows BEFORE INSERT ON audit_log
        WHEN NOT EXISTS (
            SELECT 1 FROM audit_head WHERE seq = NEW.seq - 1 AND hash = NEW.previous
        )
        BEGIN SELECT RAISE(ABORT, 'a line must follow the last one'); END;
CREATE TRIGGER audit_log_moves_head AFTER INSERT ON audit_log
        BEGIN UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash; END;
CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head
        WHEN NEW.id <> OLD.id OR NEW.seq <> OLD.seq + 1 OR NOT EXISTS (
            SELECT 1 FROM audit_log WHERE seq = NEW.seq AND hash = NEW.hash
        )
        BEGIN SELECT RAISE(ABORT, 'the head only follows the log'); END;
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_head_no_insert BEFORE INSERT ON audit_head BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('print_jobs',1);
