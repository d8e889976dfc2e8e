//! Charts of explanations: nothing overlaps, nothing is cut off, and the numbers support each title.

use zaoshi::charts::sensitivity::{Bar, Captions};
use zaoshi::charts::{CHARTS, Canvas, Fonts, Source, png};
use zaoshi::metrics::Better;
use zaoshi::stats::Design;
use zaoshi::stats::flips::Case;
use zaoshi::stats::sweep_points::{Axis, Origin, Points, Values};
use zaoshi::stats::waterfall::Waterfall;
use zaoshi::world::stream::Stream;

const LONG: &str = "Hours that a reviewer who has been invited by somebody else gives in an ordinary week";

fn origin(points: usize) -> Origin {
    Origin {
        scenario: "open-source-database".to_owned(),
        seed: 7,
        people: 12_000,
        points,
        replicates: 2,
        currency: "CNY".to_owned(),
        headline: "Active contributors a month, last half year".to_owned(),
        unit: "people".to_owned(),
        better: Better::More,
    }
}

fn axis(says: &str, standing: &str, values: Vec<f64>, own: Option<f64>) -> Axis {
    let name = says.to_lowercase().replace(' ', "-");
    Axis {
        path: format!("mechanism.{name}"),
        name,
        says: says.to_owned(),
        lever: false,
        standing: standing.to_owned(),
        unit: "per year".to_owned(),
        set: vec![true; values.len()],
        values: Values::Numbers(values),
        own,
    }
}

/// Worlds in which the design fails if the bid is high and effort is low.
fn worlds(n: usize, names: [&str; 3]) -> Points {
    let u = |j: u64, p: usize| Stream::seeded(4).at(j).at(p as u64).unit();
    let column = |j: u64| (0..n).map(|p| u(j, p) * 10.0).collect::<Vec<f64>>();
    let gain = |p: usize| if u(0, p) > 0.6 && u(1, p) < 0.5 { -1.0 } else { 2.0 + u(2, p) };
    let runs = |with: f64| (0..n).map(|p| vec![10.0 + with * gain(p), 11.0 + with * gain(p)]).collect::<Vec<_>>();
    let axes = names.into_iter().zip(["guess", "sourced", "guess"]).zip(0..);
    Points {
        origin: origin(n),
        designs: ["Baseline", "Contributor ladder"]
            .map(|says| Design { name: says.to_owned(), says: says.to_owned() })
            .to_vec(),
        axes: axes.map(|((says, standing), j)| axis(says, standing, column(j), Some(4.0))).collect(),
        runs: vec![runs(0.0), runs(1.0)],
        unpaid: vec![vec![0.0; n]; 2],
    }
}

/// Two levers on a grid, the scenario's own place first; at expensive places promises are broken.
fn grid(steps: usize, says: [&str; 2]) -> Points {
    let mut points = worlds(1 + steps * steps, ["a", "b", "c"]);
    let value = |k: usize| 10.0 + 5.0 * k as f64;
    let place = |p: usize| p.checked_sub(1).map(|p| (p % steps, p / steps));
    let own = value(1);
    points.axes = [0, 1]
        .map(|j| {
            let of = |p: usize| place(p).map_or(own, |(x, y)| value(if j == 0 { x } else { y }));
            let mut axis = axis(says[j], "guess", (0..=steps * steps).map(of).collect(), Some(own));
            axis.set[0] = false;
            axis.lever = true;
            axis
        })
        .to_vec();
    let level = |p: usize| place(p).map_or(12.0, |(x, y)| 10.0 + x as f64 + 0.3 * (y * y) as f64);
    points.runs[1] = (0..=steps * steps).map(|p| vec![level(p), level(p) + 0.1]).collect();
    points.unpaid[1] = (0..=steps * steps)
        .map(|p| place(p).map_or(0.0, |(x, y)| if x + y >= 2 * steps - 3 { 3.0 } else { 0.0 }))
        .collect();
    points
}

fn shares(groups: usize, size: f64) -> Waterfall {
    let names: Vec<Design> =
        ["Points (answer)", "Contributor ladder", "campaign", "shop", "Hackathon in Shanghai occasion", "组织"]
            [..groups]
            .iter()
            .map(|s| Design { name: (*s).to_owned(), says: (*s).to_owned() })
            .collect();
    let luck = Stream::seeded(2);
    let level = |set: u64, r: u64| {
        let adds = (0..6)
            .filter(|k| set & (1 << k) != 0)
            .map(|k| size * (2.0 - k as f64 + luck.at(r).at(k).unit()))
            .sum::<f64>();
        10.0 + luck.at(r).unit() + adds + if set & 3 == 3 { size } else { 0.0 }
    };
    let levels: Vec<Vec<f64>> = (0..1_u64 << groups).map(|set| (0..16).map(|r| level(set, r)).collect()).collect();
    Waterfall::from_runs("active-contributors", &names, &levels)
}

type Draw = Box<dyn Fn(&mut Canvas)>;

/// Draws the chart of a source.
fn draw(source: Source, canvas: &mut Canvas) {
    for chart in CHARTS {
        chart.draw(source, canvas).unwrap();
    }
}

fn all() -> Vec<(String, Draw)> {
    let mut list: Vec<(String, Draw)> = Vec::new();
    for (groups, size) in [(1, 0.5), (3, 0.01), (6, 40_000.0)] {
        let found = shares(groups, size);
        let draw = move |c: &mut Canvas| {
            let (design, baseline, origin) = ("Ladder and points", "No programme", &origin(1));
            draw(Source::Waterfall { waterfall: &found, design, baseline, origin }, c);
        };
        list.push((format!("waterfall-{groups}"), Box::new(draw)));
    }
    for (name, names) in [("plain", ["Rival bid", "Effort response", "Own need"]), ("long", [LONG, "努力的反应", "x"])]
    {
        let points = worlds(400, names);
        let case = Case::Behind { design: 1 };
        let found = zaoshi::findings::flips(&points, case);
        let bars = zaoshi::findings::tornado(&points, 1).unwrap();
        let rows: Vec<Bar> = points
            .axes
            .iter()
            .zip([(0.6, 0.2, false), (-0.4, -0.4, false), (0.02, 0.0, true)])
            .map(|(a, (whole, part, chance))| Bar {
                says: a.says.clone(),
                standing: a.standing.clone(),
                whole,
                interval: (whole - 0.1, whole + 0.1),
                part,
                chance,
            })
            .collect();
        let at = origin(400);
        let mut strewn = found.clone();
        strewn.boxes.clear();
        for (sort, flips) in [("flips", found), ("strewn", strewn)] {
            let points = points.clone();
            let draw = move |c: &mut Canvas| draw(Source::Flips { flips: &flips, case, points: &points }, c);
            list.push((format!("{sort}-{name}"), Box::new(draw)));
        }
        let draw_bars = move |c: &mut Canvas| draw(Source::Tornado { tornado: &bars, origin: &at }, c);
        list.push((format!("tornado-{name}"), Box::new(draw_bars)));
        let draw_shares = move |c: &mut Canvas| {
            let write = zaoshi::words::number::percent;
            let words = Captions {
                title: "What matters",
                subtitle: "Shares of variance",
                part: "alone",
                write: &write,
                end: 1.0,
            };
            draw(Source::Sobol { rows: &rows, words: &words, origin: &origin(400) }, c);
        };
        list.push((format!("sensitivity-{name}"), Box::new(draw_shares)));
    }
    for (steps, target, says) in
        [(5, Some(14.0), ["Price", "Points"]), (12, None, [LONG, "价格"]), (2, Some(99.0), ["a", "b"])]
    {
        let map = zaoshi::findings::lever_map(&grid(steps, says), 1, [0, 1], target);
        let draw = move |c: &mut Canvas| draw(Source::Map { map: &map, origin: &origin(steps * steps) }, c);
        list.push((format!("map-{steps}"), Box::new(draw)));
    }
    list
}

#[test]
fn no_text_meets_another_or_leaves_the_paper() {
    let mut faults = Vec::new();
    for (name, draw) in all() {
        for (width, height) in [(1920.0, 1080.0), (960.0, 1080.0)] {
            let mut canvas = Canvas::sized(width, height);
            draw(&mut canvas);
            assert!(!canvas.is_blank(), "{name}");
            faults.extend(
                crate::pictures::faults(&canvas, width).into_iter().map(|fault| format!("{name} at {width}: {fault}")),
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn titles_say_what_the_numbers_carry() {
    let title = |name: &str| {
        let mut canvas = Canvas::slide();
        let (_, draw) = all().into_iter().find(|(known, _)| known == name).unwrap();
        draw(&mut canvas);
        canvas.title().replace('\u{a0}', " ")
    };
    let flips = title("flips-plain");
    assert!(flips.starts_with("Contributor ladder does not beat Baseline when "), "{flips}");
    // It was hidden above six and below five.
    for (words, hidden) in [("Rival bid is above ", 6.0), ("Effort response is below ", 5.0)] {
        let (_, after) = flips.split_once(words).unwrap_or_else(|| panic!("{flips}"));
        let found: f64 = after.split(' ').next().unwrap().parse().unwrap();
        assert!((found - hidden).abs() < 0.5, "{flips}");
    }
    assert!(title("tornado-plain").starts_with("Rival bid matters most"), "{}", title("tornado-plain"));
    assert!(title("map-2").starts_with("No combination reaches 99"), "{}", title("map-2"));
    assert!(title("map-5").contains("combinations reach 14"), "{}", title("map-5"));
    assert!(title("waterfall-1").starts_with("Ladder and points gains"), "{}", title("waterfall-1"));
}

#[test]
fn a_map_marks_what_cannot_be_and_does_not_count_it() {
    for steps in [5, 8] {
        let map = zaoshi::findings::lever_map(&grid(steps, ["x", "y"]), 1, [0, 1], Some(10.0));
        let broken = map.places.iter().filter(|place| place.infeasible.is_some()).count();
        assert_eq!((map.places.len(), broken), (steps * steps, 3));
        assert_eq!(map.reached(), (steps * steps - 3, steps * steps - 3));
        let best = map.best().unwrap();
        assert!(best.x + best.y < 2 * steps - 3);
    }
}

/// Not a test: writes every chart for inspection.
#[test]
#[ignore = "writes pictures to look at"]
fn pictures_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("slides");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, draw) in all() {
        for (width, height) in [(1920.0, 1080.0), (960.0, 1080.0)] {
            let mut canvas = Canvas::sized(width, height);
            draw(&mut canvas);
            std::fs::write(folder.join(format!("{name}-{width}.png")), png(&canvas, &Fonts::own()).unwrap()).unwrap();
        }
    }
}
