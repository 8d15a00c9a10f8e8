//! What goes wrong on real machines: after each fault nothing is half written, nothing is lost, and the next run
//! completes and equals an undisturbed one.
#![cfg(unix)]

mod collection;

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use collection::{Collection, Dataset, giji, told};
use serde_json::Value;

/// A user without rights.
const NOBODY: u32 = 65_534;

/// Everything that can be seen is whole: documents and manifest are JSON, rows are JSON, the database is sound.
fn assert_whole(data: &Path, about: &str) {
    if !data.exists() {
        return;
    }
    let seen = Dataset::read(data);
    for (name, bytes) in seen.files.iter().filter(|(name, _)| !name.starts_with(".giji/stage")) {
        if name.ends_with(".ndjson") {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(text.is_empty() || text.ends_with('\n'), "{about}: {name} ends in the middle of a row");
            text.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).unwrap()));
        } else if name.ends_with(".json") {
            serde_json::from_slice::<Value>(bytes).unwrap_or_else(|cause| panic!("{about}: {name}: {cause}"));
        }
    }
}

/// The next run completes, and what is there is what an undisturbed run makes.
fn assert_completes(collection: &Collection, wanted: &Dataset, about: &str) {
    let output = collection.ingest("data", &["--prune"]);
    assert!(matches!(output.status.code(), Some(0 | 3)), "{about}: {}", told(&output));
    wanted.assert_same(&Dataset::read(&collection.path("data")), about);
}

/// A number that looks random and is the same on every run.
fn noise(seed: u64) -> u64 {
    let mixed = (seed ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb) >> 16
}

#[test]
fn a_run_killed_at_any_moment_is_completed_by_the_next() {
    let collection = Collection::small(100);
    let wanted = [0, 1].map(|state| {
        change(&collection, state);
        collection.undisturbed()
    });
    let started = Instant::now();
    collection.ingest("data", &["--quiet"]);
    let usual = started.elapsed();
    for round in 0..50 {
        // A first run, one that reads everything again, or one that reads what changed.
        let (fresh, again) = (round % 5 == 0, round % 5 == 1);
        if fresh {
            fs::remove_dir_all(collection.path("data")).unwrap();
        }
        let state = usize::from(round / 2 % 2 == 1);
        change(&collection, state);
        let more: &[&str] = if again { &["--quiet", "--again"] } else { &["--quiet"] };
        let mut child = collection.command("data", more).spawn().unwrap();
        if round % 2 == 0 {
            wait_for_commit(&collection, &mut child);
            thread::sleep(Duration::from_micros(noise(round) % 6_000));
        } else {
            let longest = if fresh || again { usual } else { usual / 2 };
            thread::sleep(longest.mul_f64((noise(round) % 1_000) as f64 / 1_000.0));
        }
        let _ = child.kill();
        child.wait().unwrap();
        let about = format!("killed {round}");
        assert_whole(&collection.path("data"), &about);
        assert_completes(&collection, &wanted[state], &about);
        assert!(!collection.path("data/.giji/stage").exists());
    }
}

/// Brings twenty documents to one of two states.
fn change(collection: &Collection, state: usize) {
    for number in 0..20 {
        let (name, text) = collection::small(number);
        let more = ["", "・災害時の備えを話し合う（葉山町）\n"][state];
        collection.write(&name, [&text, more.as_bytes()].concat());
    }
}

/// The commit is short: half of the kills aim at it.
fn wait_for_commit(collection: &Collection, child: &mut Child) {
    let journal = collection.path("data/.giji/stage/COMMIT");
    while !journal.exists() && child.try_wait().unwrap().is_none() {
        thread::sleep(Duration::from_micros(100));
    }
}

#[test]
fn a_full_disk_leaves_the_dataset_as_it_was() {
    let collection = Collection::small(100);
    collection.ingested("data", &[]);
    change(&collection, 1);
    let binary = assert_cmd::cargo::cargo_bin!("giji");
    let wanted = collection.undisturbed();
    // Limits on a file's size fail as a full disk does, at documents, at tables, at the database.
    for blocks in [1, 8, 30, 60, 200, 500, 900] {
        let before = Dataset::read(&collection.path("data"));
        let script =
            format!("trap '' XFSZ; ulimit -f {blocks}; exec '{}' ingest source --out data -q", binary.display());
        let output = Command::new("bash").args(["-c", &script]).current_dir(collection.folder.path()).output().unwrap();
        assert_whole(&collection.path("data"), &format!("{blocks} blocks"));
        if output.status.code() == Some(0) {
            wanted.assert_same(&Dataset::read(&collection.path("data")), "enough blocks");
            return;
        }
        assert_eq!(output.status.code(), Some(3), "{blocks} blocks: {}", told(&output));
        if !collection.path("data/.giji/stage/COMMIT").exists() {
            before.assert_same(&Dataset::read(&collection.path("data")), &format!("{blocks} blocks"));
        }
    }
    assert_completes(&collection, &wanted, "full disk");
}

#[test]
fn a_disk_that_is_really_full_is_called_so() {
    let collection = Collection::small(60);
    let wanted = collection.undisturbed();
    fs::create_dir(collection.path("data")).unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=300k", "tmpfs"]).arg(collection.path("data")).stderr(Stdio::null());
    if !mount.status().is_ok_and(|status| status.success()) {
        eprintln!("no disk can be mounted here, skipped");
        return;
    }
    let output = collection.ingest("data", &["-q"]);
    let remount = Command::new("mount").args(["-o", "remount,size=50m"]).arg(collection.path("data")).status();
    let said = told(&output);
    let completed = remount.is_ok_and(|status| status.success()).then(|| {
        collection.ingest("data", &["-q"]);
        Dataset::read(&collection.path("data"))
    });
    Command::new("umount").arg(collection.path("data")).status().unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("the disk is full"), "{said}");
    if let Some(completed) = completed {
        wanted.assert_same(&completed, "a disk with room again");
    }
}

/// Runs the command as a user without rights; nothing where the system does not let us.
fn as_nobody(collection: &Collection, arguments: &[&str]) -> Option<Output> {
    fs::set_permissions(collection.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let run = |arguments: &[&str]| giji(arguments).uid(NOBODY).current_dir(collection.folder.path()).output();
    if !run(&["--version"]).is_ok_and(|output| output.status.success()) {
        eprintln!("no other user can be taken on here, skipped");
        return None;
    }
    Some(run(arguments).unwrap())
}

#[test]
fn an_unreadable_file_fails_alone_and_keeps_its_last_document() {
    let collection = Collection::small(20);
    collection.ingested("data", &[]);
    let wanted = collection.undisturbed();
    let text = fs::read(collection.source().join("005.txt")).unwrap();
    // What the system refuses to anybody: a name in place of a file.
    collection.remove("005.txt");
    symlink("/proc/self/mem", collection.source().join("005.txt")).unwrap();
    let output = collection.ingest("data", &["--verify"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("19 same, 1 failed"), "{}", told(&output));
    assert!(collection.path("data/documents/005.json").is_file());
    let rows = Dataset::read(&collection.path("data"));
    assert!(rows.file("diagnostics.ndjson").contains("\"code\":\"unreadable-file\""), "{}", told(&output));
    assert!(rows.file("opinions.ndjson").contains("\"document\":\"005\""));
    collection.remove("005.txt");
    collection.write("005.txt", text);
    assert_completes(&collection, &wanted, "readable again");
}

#[test]
fn a_file_without_permission_fails_alone() {
    let collection = Collection::small(8);
    let closed = collection.source().join("005.txt");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    fs::create_dir(collection.path("data")).unwrap();
    fs::set_permissions(collection.path("data"), fs::Permissions::from_mode(0o777)).unwrap();
    let Some(output) = as_nobody(&collection, &["ingest", "source", "--out", "data"]) else { return };
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("source/005.txt: permission is denied"), "{}", told(&output));
    assert!(told(&output).contains("7 new, 0 changed, 0 same, 1 failed"), "{}", told(&output));
}

#[test]
fn a_read_only_target_is_refused_and_untouched() {
    let collection = Collection::small(5);
    collection.ingested("data", &[]);
    let before = Dataset::read(&collection.path("data"));
    collection.write("next.txt", collection::small(9).1);
    let Some(output) = as_nobody(&collection, &["ingest", "source", "--out", "data"]) else { return };
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("permission is denied"), "{}", told(&output));
    before.assert_same(&Dataset::read(&collection.path("data")), "read-only");
}

#[test]
fn a_vanished_folder_changes_nothing_even_when_pruning() {
    let collection = Collection::small(10);
    collection.ingested("data", &[]);
    let before = Dataset::read(&collection.path("data"));
    fs::rename(collection.source(), collection.path("elsewhere")).unwrap();
    let output = collection.ingest("data", &["--prune"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(
        told(&output).contains("source: there is no such file or folder; nothing was changed"),
        "{}",
        told(&output)
    );
    before.assert_same(&Dataset::read(&collection.path("data")), "vanished folder");
    fs::rename(collection.path("elsewhere"), collection.source()).unwrap();
    assert!(collection.ingested("data", &["--prune"]).contains("10 same"));
}

#[test]
fn a_second_ingest_at_the_same_time_is_told_so() {
    let collection = Collection::small(10);
    collection.ingested("data", &[]);
    let held = File::options().write(true).open(collection.path("data/.giji/lock")).unwrap();
    held.lock().unwrap();
    let output = collection.ingest("data", &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(told(&output).contains("another ingest is writing to data"), "{}", told(&output));
    drop(held);
    collection.ingested("data", &[]);
    let both: Vec<Child> = (0..2).map(|_| collection.command("data", &["--again", "-q"]).spawn().unwrap()).collect();
    let codes: Vec<Option<i32>> = both.into_iter().map(|mut child| child.wait().unwrap().code()).collect();
    assert!(codes.contains(&Some(0)), "{codes:?}");
    assert_completes(&collection, &collection.undisturbed(), "two at once");
}

/// Sets its flag when it goes out of scope, be it by a failed assertion: a scope of threads waits for those that look at it.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_whole_or_fails() {
    let collection = Collection::small(10);
    let long: String = "・顔の見える関係が大切なので、連絡会議をひらきたい（三浦市健康づくり課）\n".repeat(2_000);
    let [first, second] =
        ["第１回三浦半島連絡会議の概要\n", "第２回県央連絡会議の概要\n"].map(|head| format!("{head}{long}"));
    collection.write("live.txt", &first);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let _stop = Stop(&stop);
        scope.spawn(|| {
            let mut turn = false;
            while !stop.load(Ordering::Relaxed) {
                turn = !turn;
                let mut file = File::create(collection.source().join("live.txt")).unwrap();
                for part in if turn { &second } else { &first }.as_bytes().chunks(30_000) {
                    file.write_all(part).unwrap();
                }
            }
        });
        for _ in 0..3 {
            let output = collection.ingest("data", &["-q"]);
            assert!(matches!(output.status.code(), Some(0 | 3)), "{}", told(&output));
            assert_whole(&collection.path("data"), "changing");
            let manifest: Value =
                serde_json::from_slice(&fs::read(collection.path("data/manifest.json")).unwrap()).unwrap();
            let entry = &manifest["documents"]["live"];
            let hash = |text: &str| giji::parse_str(text, &giji::Options::named("live.txt")).document.source.sha256;
            let whole =
                [hash(&first), hash(&second)].contains(&entry["sha256"].as_str().unwrap_or_default().to_owned());
            assert!(whole || entry["failure"]["code"].is_string(), "half a file was taken: {entry}");
        }
    });
    collection.write("live.txt", &second);
    assert_completes(&collection, &collection.undisturbed(), "quiet again");
}

#[test]
fn loops_pipes_and_odd_names_do_no_harm() {
    let collection = Collection::small(6);
    collection.ingested("data", &[]);
    symlink("..", collection.source().join("a folder/back")).unwrap();
    symlink("nowhere", collection.source().join("broken.txt")).unwrap();
    collection.write("名前に 空白と\n改行.txt", collection::small(20).1);
    collection.write("-q.txt", collection::small(21).1);
    collection.write("'; DROP TABLE opinions; --.txt", collection::small(22).1);
    let piped = Command::new("mkfifo").arg(collection.source().join("pipe.txt")).status();
    assert!(piped.unwrap().success());
    let output = collection.ingest("data", &[]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("3 new"), "{}", told(&output));
    assert!(told(&output).contains("pipe.txt: this is no file"), "{}", told(&output));
    assert_whole(&collection.path("data"), "odd names");
    assert!(collection.path("data/documents/名前に 空白と\n改行.json").is_file());
}

/// Texts made to keep a reader busy: each is read in a moment, and was once compared part by part with itself.
fn hostile() -> Vec<(&'static str, String)> {
    let head = "第１回三浦半島連絡会議の概要\n１ 日時：平成29年２月１日\n３ 議題\n（１）取組\n（主な意見）\n①体制\n";
    let minutes = |text: String| format!("{head}{text}");
    let lines = |count: u32, line: &dyn Fn(u32) -> String| (0..count).map(line).collect::<String>();
    // Names of four letters, all different.
    let name = |n: u32| {
        (0..4).map(|place| char::from_u32('ア' as u32 + n / 40_u32.pow(place) % 40).unwrap()).collect::<String>()
    };
    vec![
        ("brackets", "（".repeat(100_000) + &"）".repeat(100_000)),
        ("line", "第１回会議の概要　あ".repeat(20_000)),
        ("deep", lines(3_000, &|n| format!("{}（{n}）あ\n", " ".repeat(n as usize % 300)))),
        ("one number", "1\n".repeat(50_000)),
        ("items", minutes("【№1】\n".repeat(20_000))),
        ("a list as a speaker", minutes(format!("・意見（{}）\n", "厚木市・".repeat(30_000)))),
        ("a long speaker", minutes(format!("・意見（{}）\n", "厚木市".repeat(30_000)))),
        ("names in a line", minutes("厚木市、".repeat(20_000))),
        (
            "a long title",
            format!("第１回{}の概要\n日時：平成29年2月1日\n・意見（厚木市）\n", "連絡会議".repeat(20_000)),
        ),
        ("speakers", minutes(lines(6_000, &|n| format!("・意見である（{}病院）\n", name(n))))),
        (
            "attendees",
            format!("第１回委員会会議録\n日時：平成29年2月1日\n出席者　{}\n", lines(3_500, &|n| name(n) + "委員、"))
                + &lines(3_500, &|n| format!("○{}委員　質問します。\n", name(n))),
        ),
        ("tables' headers", minutes("番号\n発言者\n意見\n1\n".repeat(20_000))),
        (
            "headings",
            "第１回会議録\n○議長　開会します。\n○三番　伺います。\n".to_owned()
                + &lines(10_000, &|n| format!("（１）議案第{n}号\n")),
        ),
    ]
}

#[test]
fn hostile_files_fail_or_are_read_and_the_others_are_done() {
    let collection = Collection::small(10);
    let sparse = File::create(collection.source().join("gigantic.txt")).unwrap();
    sparse.set_len(1 << 30).unwrap();
    collection.write("empty.txt", "");
    for (name, text) in hostile() {
        collection.write(&format!("hostile/{name}.txt"), text);
    }
    let random: Vec<u8> = (0..200_000).map(|n| noise(n) as u8).collect();
    collection.write("random.txt", random);
    collection.write("nul.txt", vec![0; 100_000]);
    let started = Instant::now();
    let output = collection.ingest("data", &[]);
    assert!(started.elapsed() < Duration::from_secs(120), "{:?}", started.elapsed());
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    let rows = Dataset::read(&collection.path("data"));
    for (id, code) in [("gigantic", "too-large"), ("empty", "empty-file"), ("nul", "binary-file")] {
        let start = format!("{{\"document\":\"{id}\",\"seq\":0,\"code\":\"{code}\"");
        assert!(rows.file("diagnostics.ndjson").lines().any(|line| line.starts_with(&start)), "{}", told(&output));
    }
    for (name, _) in hostile() {
        assert!(collection.path(&format!("data/documents/hostile/{name}.json")).is_file(), "{name}");
    }
    for number in 0..10 {
        let id = collection::small(number).0.replace(".txt", "");
        assert!(collection.path("data/documents").join(format!("{id}.json")).is_file(), "{id}");
    }
}

#[test]
fn a_lost_table_or_document_is_made_again() {
    let collection = Collection::small(20);
    collection.ingested("data", &[]);
    let wanted = Dataset::read(&collection.path("data"));
    for name in [
        "opinions.ndjson",
        "links.csv",
        "dataset.sqlite",
        ".giji/index.json",
        ".giji/facts.ndjson",
        "documents/005.json",
    ] {
        fs::remove_file(collection.path("data").join(name)).unwrap();
        assert_completes(&collection, &wanted, name);
    }
    let path = collection.path("data/documents/002.json");
    let damaged = fs::read_to_string(&path).unwrap().replace("回ひらきたい", "回開きたい。");
    fs::write(&path, damaged).unwrap();
    collection.ingested("data", &["--verify"]);
    wanted.assert_same(&Dataset::read(&collection.path("data")), "a document that somebody edited");
}
