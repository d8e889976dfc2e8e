//! Files that a scenario names: each is read to its last row, or the first row that is wrong is named with its place.

use std::path::Path;

use zaoshi::charts;
use zaoshi::error::Error;
use zaoshi::experiment::Experiment;
use zaoshi::scenario::Scenario;
use zaoshi::stats;
use zaoshi::world::contacts::Kind;

const WORLD: &str = r#"
name = "world"
start = 2027-01-04
horizon = "1 year"
headline = "active-people"
[segment.people]
people = 100
members_at_start = 10
[mechanism.adoption]
[mechanism.triggers]
[action.use]
"#;
const TIES: &str = "[contacts]\nkind = \"file\"\nfile = \"data.csv\"\n";
const HISTORY: &str =
    "[history.real]\nfile = \"data.csv\"\nvalue = \"n\"\nmetric = \"active-people\"\nsource = \"here\"\n";
const POINTS: &str = "[plan]\nsampling = \"table\"\nfile = \"data.csv\"\n[lever.size]\npath = \"segment.people.people\"\nlow = 20\nhigh = 200\n";

/// All that is read of a scenario.
struct Read {
    experiment: Experiment,
    notes: Vec<String>,
    dots: Vec<(String, f64)>,
}

fn read(scenario: &Path) -> Result<Read, Error> {
    let scenario = Scenario::load(scenario)?;
    let experiment = Experiment::design(&scenario)?;
    let mut notes = experiment.designs[0].model.contact_notes.clone();
    notes.extend(stats::history_notes(&experiment)?);
    let dots = stats::histories(&scenario)?.into_iter().flat_map(|dots| dots.points);
    let dots = dots.map(|(day, value)| (day.to_string(), value)).collect();
    if scenario.is_on("plan") {
        zaoshi::plan::Plan::of(&scenario)?;
    }
    Ok(Read { experiment, notes, dots })
}

/// A scenario that names a file of these bytes.
fn with(more: &str, data: &[u8]) -> Result<Read, Error> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("data.csv"), data).unwrap();
    std::fs::write(folder.path().join("world.toml"), format!("{WORLD}{more}")).unwrap();
    read(&folder.path().join("world.toml"))
}

/// What is wrong, and what would be right.
#[track_caller]
fn wrong(read: Result<Read, Error>) -> (String, String) {
    match read {
        Err(fault @ Error::Scenario(_)) => {
            assert_eq!(fault.exit_code(), 2);
            let Error::Scenario(mut mistakes) = fault else { unreachable!() };
            assert_eq!(mistakes.list.len(), 1, "{}", mistakes.render(false));
            let one = mistakes.list.remove(0);
            (one.says, one.help.unwrap())
        }
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("nothing is wrong"),
    }
}

fn ties(text: &str) -> (Vec<(u32, u32)>, Vec<String>) {
    let read = with(TIES, text.as_bytes()).map_err(|fault| fault.to_string()).unwrap();
    match &read.experiment.designs[0].model.contact_kind {
        Kind::Given(pairs) => (pairs.clone(), read.notes),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_tie_is_one_tie_however_often_and_from_whichever_side_it_is_named() {
    let (pairs, notes) = ties("from,to\n0,1\n1,2\n");
    assert_eq!((pairs.as_slice(), notes.len()), (&[(0, 1), (1, 2)][..], 0));
    let (joined, notes) = ties("from,to\n0,1\n1,2\n1,0\n0,1\n2,2\n2,1\n");
    assert_eq!(joined, pairs);
    assert!(notes[0].contains("3 rows name a tie again") && notes[1].contains("one row ties a person"), "{notes:?}");
}

#[test]
fn the_columns_of_ties_are_known_by_name_and_without_names_every_row_is_a_tie() {
    let (pairs, _) = ties("0,1\n1,2\n");
    for (text, told) in [
        ("from,to\n0,1\n1,2", 0),
        ("\u{feff}To , FROM\r\n1,0\r\n\r\n2,1\r\n", 0),
        ("# a note\nweight,source,target\n9,0,1\n9,1,2\n", 1),
        ("target,kind,source\n\"1\",a,0\n2,\"b,c\",1\n", 1),
        ("0,1,7\n1,2,7\n", 1),
    ] {
        let (same, notes) = ties(text);
        assert_eq!((same, notes.len()), (pairs.clone(), told), "{text:?}: {notes:?}");
    }
    for empty in ["", "from,to\n", "\u{feff}\r\n", "4,4\n"] {
        let (pairs, notes) = ties(empty);
        assert!(pairs.is_empty() && notes.iter().any(|note| note.contains("no ties")), "{empty:?}: {notes:?}");
    }
}

#[test]
fn the_first_row_that_is_no_tie_is_named_with_its_place() {
    for (text, place, found) in [
        ("from,to\n0,1\n1\n", "3:2", "1 cell"),
        ("from,to\n0,1\n1,\n", "3:3", "empty"),
        ("from,to\n0,1\n\n1,two\n", "4:3", "\"two\""),
        ("from,to\n0,1\n-1,2\n", "3:1", "\"-1\""),
        ("0,1\n1,100\n", "2:3", "no person 100"),
        ("0,1\n1,18446744073709551616\n", "2:3", "no person 18446744073709551616"),
        ("0,1\n1,2,3\n", "2:5", "3 cells"),
        ("0.5,1\n", "1:1", "\"0.5\""),
        ("0;1\n", "1:1", "semicolons"),
        ("from\tto\n0\t1\n", "1:1", "tabs"),
        ("from,too\n0,1\n", "1:1", "from and too"),
        ("from,to,from\n0,1,2\n", "1:9", "two columns from"),
        ("from,to\n0,1\n\"1,2\n3,4\n", "3:1", "quote"),
    ] {
        let (says, help) = wrong(with(TIES, text.as_bytes()));
        assert!(says.starts_with(&format!("data.csv:{place}: ")) && says.contains(found), "{text:?}: {says}");
        assert!(!help.is_empty());
    }
}

#[test]
fn every_row_of_a_history_is_read_in_any_order_and_with_any_line_end() {
    let plain = with(HISTORY, b"month,n\n2027-01,1\n2027-02-10,2.5\n2027-03,3e1\n").map_err(|f| f.to_string()).unwrap();
    assert_eq!(plain.dots, [("2027-01-31".into(), 1.0), ("2027-02-10".into(), 2.5), ("2027-03-31".into(), 30.0)]);
    assert!(plain.notes.is_empty(), "{:?}", plain.notes);
    for text in [
        "\u{feff}\"month\",\"n\"\r\n2027-01,1\r\n2027-02-10,2.5\r\n2027-03,3e1",
        "# source\nn,who,month\n30,\"a, b\",2027-03\n\n 2.5 ,,2027-02-10\n1,c,2027-01\n",
        "month,n\n2027-01,1,\n2027-02-10,2.5,,\n2027-03,30\n,\n",
    ] {
        let same = with(HISTORY, text.as_bytes()).map_err(|fault| fault.to_string()).unwrap();
        assert_eq!((same.dots, same.notes.len()), (plain.dots.clone(), 0), "{text:?}");
    }
}

#[test]
fn what_is_seldom_meant_of_a_history_is_told_in_a_note() {
    let share = HISTORY.replace("active-people", "adopted-share");
    for (more, text, told) in [
        (HISTORY, "month,n\n2027-01,1\n2027-02,\n2027-03,\n2027-04,4\n", "2 rows, the first on line 3, have no value"),
        (HISTORY, "month,n\n2031-01,1\n", "no row of data.csv lies between 2027-01-04 and"),
        (HISTORY, "month,n\n2027-02,1000\n", "active-people lies between 0 and 100"),
        (HISTORY, "month,n\n2027-02,-3\n", "holds −3"),
        (&share, "month,n\n2027-02,45\n", "adopted-share lies between 0 and 1"),
    ] {
        let notes = with(more, text.as_bytes()).map_err(|fault| fault.to_string()).unwrap().notes;
        assert!(notes.len() == 1 && notes[0].contains(told), "{text:?}: {notes:?}");
    }
}

#[test]
fn the_first_row_that_is_no_observation_is_named_with_its_place() {
    for (rows, place, found) in [
        ("2027-02-30,10", "3:1", "2027-02-30"),
        ("2027-13,10", "3:1", "2027-13"),
        ("Feb 2027,10", "3:1", "Feb 2027"),
        (",10", "3:1", "no date"),
        ("2027-02,NA", "3:9", "NA"),
        ("2027-02,nan", "3:9", "nan"),
        ("2027-02,-inf", "3:9", "-inf"),
        ("2027-02,1e300", "3:9", "1e300"),
        ("2027-02,12 people", "3:9", "12 people"),
        ("2027-02,\"1,010\"", "3:9", "1,010"),
        ("2027-02,1,010", "3:11", "3 cells"),
        ("2027-02", "3:8", "1 cell"),
        ("2027-02;10", "3:1", "semicolons"),
        ("2027-01,10", "3:1", "line 2"),
        ("2027-01-31,10", "3:1", "line 2"),
        ("# none\n\n2027-02,x", "5:9", "x"),
    ] {
        let (says, help) = wrong(with(HISTORY, format!("month,n\n2027-01,5\n{rows}\n2027-12,x\n").as_bytes()));
        assert!(says.starts_with(&format!("data.csv:{place}: ")) && says.contains(found), "{rows:?}: {says}");
        assert!(rows != "2027-02,\"1,010\"" || help.ends_with("1010"), "{help}");
    }
    for (text, found) in [
        ("", "is empty"),
        ("month,n\n", "no row"),
        ("month,n\n2027-01,\n", "no value"),
        ("month;n\n2027-01;3\n", "semicolons"),
        ("month,m\n2027-01,3\n", "no column n"),
        ("month,n,n\n2027-01,3,4\n", "two columns n"),
    ] {
        let (says, help) = wrong(with(HISTORY, text.as_bytes()));
        assert!(says.contains(found) && says.starts_with("data.csv"), "{text:?}: {says}");
        assert!(!help.trim_end().ends_with(':') && !help.is_empty(), "{help}");
    }
}

#[test]
fn a_wrong_cell_of_a_table_of_points_has_its_place_behind_comments_too() {
    assert!(with(POINTS, b"size\n20\n\"\"\n30\n").is_ok());
    for (text, place) in [
        ("size\n20\n# a note\n\nmany\n", "5:1"),
        ("size\n20\n30,40\n", "3:4"),
        ("size,other\n20,1\n", "1:6"),
        ("size;other\n20;1\n", "1:1"),
    ] {
        let (says, _) = wrong(with(POINTS, text.as_bytes()));
        assert!(says.starts_with(&format!("data.csv:{place}")), "{text:?}: {says}");
    }
}

#[test]
fn what_is_missing_is_told_with_the_folder_and_the_nearest_name() {
    for more in [TIES, HISTORY, POINTS] {
        let (says, help) = wrong(with(&more.replace("data.csv", "dat.csv"), b""));
        assert!(says.contains("there is no file dat.csv") && help.ends_with("did you mean data.csv?"), "{says} {help}");
        let (_, help) = wrong(with(&more.replace("data.csv", "no/data.csv"), b""));
        assert!(help.starts_with("there is no folder"), "{help}");
    }
    let (says, help) = wrong(with("[contacts]\nkind = \"file\"\n", b""));
    assert!(says.contains("need a file") && help.contains("ties.csv"), "{says} {help}");
}

#[test]
fn a_byte_that_is_not_utf_8_has_its_place_in_scenario_and_data() {
    for (more, data) in [
        (TIES, &b"from,to\n0,1\n\xE9,2\n"[..]),
        (HISTORY, b"month,n\n2027-01,2\n\xE9,2\n"),
        (POINTS, b"size\n20\n\xE9\n"),
    ] {
        let (says, _) = wrong(with(more, data));
        assert!(says.starts_with("data.csv:3:1: ") && says.contains("0xE9"), "{says}");
    }
    let folder = tempfile::tempdir().unwrap();
    let (base, own) = (folder.path().join("base.toml"), folder.path().join("own.toml"));
    std::fs::write(&base, b"name = \"base\"\n# caf\xE9\n").unwrap();
    std::fs::write(&own, "extends = \"base.toml\"\n").unwrap();
    for path in [base, own] {
        let (says, _) = wrong(read(&path));
        assert!(says.contains("base.toml:2:6: "), "{says}");
    }
    // What editors write at the beginning and at the ends of lines is nothing.
    let windows = folder.path().join("windows.toml");
    std::fs::write(&windows, format!("\u{feff}{}", WORLD.replace('\n', "\r\n"))).unwrap();
    assert!(read(&windows).is_ok());
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_before_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("link")).unwrap();
    let own = folder.path().join("own.toml");
    for (name, what) in [("folder", "is a folder"), ("pipe", "but a pipe"), ("link", "but a device")] {
        for more in [TIES, HISTORY, POINTS] {
            std::fs::write(&own, format!("{WORLD}{}", more.replace("data.csv", name))).unwrap();
            let (says, _) = wrong(read(&own));
            assert!(says.contains(what), "{says}");
        }
        std::fs::write(&own, format!("extends = \"{name}\"\n")).unwrap();
        let (says, _) = wrong(read(&own));
        assert!(says.contains(what), "{says}");
        let fault = read(&folder.path().join(name)).err().unwrap();
        assert!(fault.exit_code() == 2 && fault.to_string().contains(what), "{fault}");
    }
}

#[test]
fn a_network_that_cannot_have_its_mean_degree_says_so() {
    let contacts = |text: &str| with(&format!("[contacts]\n{text}\n"), b"");
    for (text, told) in [
        ("kind = \"random\"\nmean_degree = 999", "at most 99 contacts: on average they have 99"),
        ("kind = \"small-world\"\nmean_degree = 5", "small-world network have 6 contacts"),
        ("kind = \"scale-free\"\nmean_degree = 60", "scale-free network have 41.4 contacts"),
        ("kind = \"random\"\nfile = \"data.csv\"", "contacts.file is not read"),
    ] {
        let notes = contacts(text).map_err(|fault| fault.to_string()).unwrap().notes;
        assert!(notes.len() == 1 && notes[0].contains(told), "{text}: {notes:?}");
    }
    for (text, told) in [
        ("kind = \"regular\"\nmean_degree = 2.5", "nobody can have 2.5 contacts"),
        ("kind = \"regular\"\nmean_degree = 100", "among 100 people nobody can have 100 contacts"),
        ("kind = \"regular\"\nmean_degree = 3\n[segment.more]\npeople = 1", "101 people cannot have 3 contacts each"),
        ("kind = \"small-world\"\nmean_degree = 1", "two contacts or more"),
        ("kind = \"random\"\nmean_degree = 1000\n[segment.more]\npeople = 20_000_000", "10,000,050,000 ties"),
    ] {
        let (says, _) = wrong(contacts(text));
        assert!(says.contains(told), "{text}: {says}");
    }
    for text in ["kind = \"random\"\nmean_degree = 0", "kind = \"blocks\"\nmean_degree = 0.5", "kind = \"regular\""] {
        assert!(contacts(text).map_err(|fault| fault.to_string()).unwrap().notes.is_empty());
    }
}

#[test]
fn a_history_without_a_source_names_none() {
    let mut summary = crate::summaries::plain();
    let chart = charts::CHARTS.iter().find(|chart| chart.name == "adoption-fan").unwrap();
    let mut texts = |source: &str| {
        source.clone_into(&mut summary.dots[0].source);
        let mut canvas = charts::draw::canvas::Canvas::slide();
        chart.draw(charts::Source::Summary(&summary), &mut canvas).unwrap();
        canvas.written().iter().map(|written| written.text.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" ")
    };
    assert!(texts("git").contains("observed (git), in calendar months"), "{}", texts("git"));
    assert!(texts(" ").contains("observed, in calendar months"), "{}", texts(" "));
}
