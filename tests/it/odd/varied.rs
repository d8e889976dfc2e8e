//! Levers and uncertainties that are odd: dates, units, values from which nothing can be drawn, what turns nothing.

use super::*;

#[test]
fn a_date_is_a_lever_in_steps_of_the_calendar() {
    let of = |more: &str| values(&format!("[lever.day]\npath = \"intervention.push.on\"\n{more}"));
    let months = ["01-31", "02-28", "03-31", "04-30"].map(|day| format!("intervention.push.on=2027-{day}"));
    assert_eq!(of("low = 2027-01-31\nhigh = 2027-05-30\nevery = \"month\""), months);
    assert_eq!(of("values = [2027-01-31, \"2027-02-28\"]"), months[..2]);
    assert_eq!(of("low = 2027-01-31\nhigh = 2027-02-28\nsteps = 2"), months[..2]);
    let uncertain = "[uncertainty.day]\npath = \"start\"\nlow = 2027-01-31\nhigh = 2027-02-04\nevery = \"day\"";
    assert_eq!(values(uncertain).len(), 5);
    let normal = "[uncertainty.day]\npath = \"start\"\ndistribution = \"normal\"\nmean = 2027-01-31\nsd = \"2 weeks\"";
    assert!(values(normal).contains(&"start=2027-01-31".to_owned()));
    let day = "[lever.day]\npath = \"intervention.push.on\"\n";
    assert!(wrong(&format!("{day}values = [2024, 2025]"))[0].contains("must be a date, found the number 2024"));
    assert!(
        wrong(&format!("{day}low = 2027-05-01\nhigh = 2027-01-01"))[0].contains("2027-05-01 is not below 2027-01-01")
    );
}

#[test]
fn a_design_or_a_world_may_move_an_intervention_and_its_text_repeats_it() {
    let rows = |scenario: &Scenario, design: usize| -> Vec<Vec<u64>> {
        let run = Experiment::design(scenario).unwrap().run_one(design, 0);
        run.rows.iter().map(|row| row.iter().map(|x| x.to_bits()).collect()).collect()
    };
    let moved = WORLD.replace("on = 2027-03-01", "on = 2027-05-03");
    let moved = rows(&Scenario::parse("odd.toml", &moved).unwrap(), 0);
    for from in ["", "from = 2027-02-01\n"] {
        let design = format!("[treatment.later]\n{from}\"intervention.push.on\" = 2027-05-03\n");
        let scenario = scenario(&design);
        assert_eq!(rows(&scenario, 1), moved);
        assert_ne!(rows(&scenario, 0), moved);
        let again = Scenario::parse("odd.toml", &scenario.resolved_toml()).unwrap();
        assert_eq!(again.hash(), scenario.hash());
        assert_eq!(Experiment::design(&scenario).unwrap().alike(), []);
    }
    let world = scenario("[world.late]\n\"intervention.push.on\" = 2027-05-03\n");
    assert_eq!(rows(&world.patched(&world.worlds()[0]).unwrap(), 0), moved);
    let lever =
        "[lever.day]\npath = \"intervention.push.on\"\nvalues = [2027-03-01, 2027-05-03]\n[plan]\nsampling = \"grid\"";
    let lever = scenario(lever);
    let plan = Plan::of(&lever).unwrap();
    assert_eq!(rows(&plan.at(&lever, 1).unwrap(), 0), moved);
    assert!(String::from_utf8(plan.table()).unwrap().contains("2027-05-03"));
    let both = "[intervention.other]\non = 2027-02-01\nset = { \"intervention.push.on\" = 2027-05-03 }\n";
    assert!(wrong(both)[0].contains("cannot change `intervention`"));
}

#[test]
fn dates_are_swept_searched_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("odd.toml");
    let more = "[lever.day]\npath = \"intervention.push.on\"\nlow = 2027-02-01\nhigh = 2027-06-01\nevery = \"month\"\n\
                [lever.use]\npath = \"mechanism.adoption.social\"\nvalues = [\"1 per year\", 2.0]\n[plan]\nreplicates = 2\n\
                sampling = \"grid\"\n[search]\nobjectives = [\"most members\", \"least active-people\"]\npopulation = 4\n\
                generations = 1\nelite = 2\nfinal = 2\n";
    std::fs::write(&file, format!("{WORLD}{more}")).unwrap();
    let out = folder.path().join("out");
    let said = |args: &[&str]| {
        let mut all: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        all.insert(1, file.display().to_string());
        all.extend(["--out".to_owned(), out.display().to_string()]);
        let done = Command::new(env!("CARGO_BIN_EXE_zaoshi")).args(&all).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    said(&["sweep"]);
    assert!(said(&["search"]).contains("2027-0"));
    assert!(said(&["explain", "--map", "day,use"]).contains("2027-06-01"));
}

#[test]
fn a_value_of_a_lever_may_have_any_unit_that_its_knob_takes() {
    let of =
        |path: &str, value: &str| values(&format!("[lever.x]\npath = \"{path}\"\nvalues = [{value}, 3]"))[0].clone();
    let rate = "mechanism.adoption.social";
    for (text, a_year) in [("0.5 per year", 0.5), ("0.25 per quarter", 1.0), ("1 per 365.25 days", 1.0)] {
        assert_eq!(of(rate, &format!("\"{text}\"")), format!("{rate}={a_year:?} per year"));
    }
    assert_eq!(of(rate, "0.5"), format!("{rate}=0.5 per year"));
    assert_eq!(of("horizon", "\"6 weeks\""), "horizon=42.0 days");
    // The quota of the scenario is per week.
    assert_eq!(of("points.use.cap", "\"4 per day\""), "points.use.cap=28.0 per 7.0 days");
    let range = format!(
        "[uncertainty.x]\npath = \"{rate}\"\ndistribution = \"normal\"\nmean = \"1 per year\"\nsd = \"0.1 per year\""
    );
    assert!(wrong(&range).is_empty());
    let [found] = wrong(&format!("[lever.x]\npath = \"{rate}\"\nlow = \"2 weeks\"\nhigh = 3")).try_into().unwrap();
    assert!(found.contains("must be a rate, found the text \"2 weeks\" | write it as \"0.35 per year\""), "{found}");
}

#[test]
fn what_cannot_be_varied_is_refused_and_what_turns_nothing_is_told() {
    for path in ["title", "headline", "record.every", "question", "baseline", "plan.points", "segment.users.off"] {
        let [found] = wrong(&format!("[lever.x]\npath = \"{path}\"\nwords = [\"a\", \"b\"]")).try_into().unwrap();
        assert!(found.contains("be varied"), "{found}");
    }
    assert!(wrong("[lever.x]\npath = \"seed\"\nvalues = [1, 2]")[0].contains("other luck"));
    let idle = |more: &str| {
        let scenario = scenario(more);
        Factor::all(&scenario).0[0].turns_nothing(&scenario)
    };
    let points = "[lever.x]\npath = \"points.use.points\"\nvalues = [1, 2]\n";
    for (more, why) in [
        ("[lever.x]\npath = \"replicates\"\nvalues = [1, 2]", "how many"),
        ("[lever.x]\npath = \"mechanism.triggers.own\"\nvalues = [2, 2, 2]", "2.0 per year is the only value"),
        (
            "[uncertainty.x]\npath = \"mechanism.triggers.own\"\ndistribution = \"normal\"\nmean = 2\nsd = 0",
            "only value",
        ),
        (points, "`points.use` is switched off"),
    ] {
        let told = idle(more).unwrap_or_default();
        assert!(told.starts_with("`x` turns nothing") && told.contains(why), "{told}");
    }
    for more in [
        "[treatment.on]\n\"points.use\" = \"on\"",
        "[treatment.on]\n\"points\" = \"on\"",
        "[lever.y]\npath = \"points.use\"\nwords = [\"on\", \"off\"]",
        "[intervention.on]\non = 2027-02-01\nset = { \"points.use\" = \"on\" }",
    ] {
        assert_eq!(idle(&format!("{points}{more}")), None, "{more}");
    }
}

#[test]
fn a_distribution_from_which_nothing_can_be_drawn_is_a_mistake() {
    let of = |rest: &str| wrong(&format!("[uncertainty.x]\npath = \"mechanism.triggers.own\"\n{rest}"));
    for (rest, says) in [
        ("distribution = \"log-normal\"\nmedian = 0\nspread = 1", "must lie above zero"),
        ("distribution = \"discrete\"\nvalues = [1, 2]\nweights = [0, 0]", "none of the weights is above zero"),
        ("distribution = \"discrete\"\nvalues = [1, 2]\nweights = [1]", "1 weights for 2 values"),
        ("distribution = \"normal\"\nmean = 1\nsd = -1", "below zero"),
        ("low = 1\nhigh = 2\nevery = \"month\"", "only a range of dates"),
        ("low = nan\nhigh = 2", "finite"),
    ] {
        let found = of(rest);
        assert!(found.len() == 1 && found[0].contains(says) && !found[0].ends_with("| "), "{rest}: {found:?}");
    }
}

#[test]
fn a_lever_that_a_design_sets_itself_and_points_that_are_the_same_are_told() {
    let lever = "[lever.word]\npath = \"mechanism.adoption.social\"\nvalues = [\"0.2 per year\", \"0.4 per year\"]\n";
    let notes = |more: &str| zaoshi::plan::lints(&scenario(&format!("{lever}{more}"))).unwrap();
    let design = "[treatment.loud]\nsays = \"Loud\"\n\"mechanism.adoption.social\" = \"1 per year\"\n";
    let told = notes(design);
    assert!(told.iter().any(|note| note.contains("under Loud, `word` changes nothing")), "{told:?}");
    assert!(told.iter().any(|note| note.contains("only 2 settings")), "{told:?}");
    let other = "[plan]\nsampling = \"grid\"\n[treatment.loud]\n\"points.use\" = \"on\"\n";
    assert_eq!(notes(other), Vec::<String>::new());
}

#[test]
fn a_text_that_only_looks_like_a_number_is_told_as_text() {
    let refused = |sets: &str| scenario("").patched(&Patch::from_args(&[sets.to_owned()]).unwrap()).unwrap_err();
    assert!(
        shown(&refused("mechanism.habit.decay=30_days")).contains("\"30_days\""),
        "{}",
        shown(&refused("mechanism.habit.decay=30_days"))
    );
    assert!(scenario("").patched(&Patch::from_args(&["segment.users.people=2_000".to_owned()]).unwrap()).is_ok());
}
