//! Pareto front: growth against cost against overload, for designs of which none dominates another.
//!
//! Always: whiskers are the 80 % intervals of runs on fresh luck (random numbers that the search did not use). Grey dots are designs that
//! were tried and hold the limits. The baseline has the letter 0 and a colour of its own, pale if it is not on the front. A design has a
//! letter, or is counted among those without one. The list at the right explains the letters and the knee, puts designs into one entry if
//! the runs cannot distinguish them, and names the levers that differ.

use super::draw::axis::{Plot, Ticks, gutter};
use super::draw::canvas::Canvas;
use super::draw::colour::{self, Colour};
use super::draw::layout::{Anchor, Area, LARGE, Type};
use super::front_letters::{letter, shortened};
use super::{Chart, Reads};
use crate::error::Error;
use crate::findings::chart_titles;
use crate::metrics::names;
use crate::say;
use crate::stats::front::{Front, Goal, Member, Standing};
use crate::words::number;

pub(super) const ROW: Chart = Chart { name: "front", reads: Reads::Front(draw) };

const TONE: Colour = colour::DESIGNS[0];
/// The colour of the knee, and of nothing else.
const KNEE: Colour = colour::DESIGNS[1];
/// The colour of the baseline.
const BASELINE: Colour = colour::INK;
/// Radii of the smallest and the largest dot, px.
const RADII: (f64, f64) = (8.0, 20.0);

fn draw(front: &Front, canvas: &mut Canvas) -> Result<(), Error> {
    if front.designs().is_empty() || front.goals.len() < 2 {
        return Ok(());
    }
    // Growth points upwards and money to the right, if they are among the goals.
    let up = front.goals.iter().position(|goal| goal.most).unwrap_or(0);
    let across = front.goal(names::MONEY_PAID).filter(|g| *g != up).unwrap_or(usize::from(up == 0));
    let moves = |g: &usize| front.members.iter().any(|m| m.goals[*g].value.abs() > 0.0);
    let third = (0..front.goals.len()).find(|g| *g != up && *g != across).filter(moves);
    let narrow = canvas.is_narrow();
    let lettered = front.shown(if narrow { 4 } else { 5 });
    let drawn = |k: &usize| [up, across].iter().all(|g| front.members[*k].goals[*g].value.is_finite());
    let dots: Vec<usize> = (0..front.members.len()).filter(drawn).collect();
    if dots.is_empty() {
        return Ok(());
    }
    let unlettered = dots.iter().filter(|k| !lettered.contains(k)).count();
    let area = canvas.framed(
        &front.scenario,
        &facts(front),
        &chart_titles::capitalised(&front.finding()),
        &(subtitle(front, up, across, third) + &without_letter(unlettered)),
    );

    let (x, y) = (&front.goals[across], &front.goals[up]);
    let (right, down) = (ticks(front, across), ticks(front, up));
    let write = |goal: &Goal, value: f64| match goal.unit.as_str() {
        "gain" => number::signed_tick("share", &front.currency, value),
        unit => number::tick(unit, &front.currency, value),
    };
    let left = area.left + gutter(&down, |t| write(y, t));
    let key =
        if narrow { Area { top: area.bottom - 250.0, ..area } } else { Area { left: area.right - 420.0, ..area } };
    let place = Area {
        left,
        top: area.top + 24.0,
        right: if narrow { area.right } else { key.left - 48.0 },
        bottom: if narrow { key.top - 96.0 } else { area.bottom - 24.0 },
    };
    let plot = Plot::new(place, (right.low(), right.high()), (down.low(), down.high()));
    plot.grid(canvas, &down, &axis_title(front, y), |t| write(y, t));
    x_axis(canvas, &plot, &right, &axis_title(front, x), |t| write(x, t));
    draw_budget(canvas, &plot, front, across, &right);
    let visible = front.tried.iter().filter(|goals| inside(goals[across], &right) && inside(goals[up], &down)).count();
    explain_grey(canvas, &plot, (visible, front.tried.len()), &axis_title(front, x));

    for goals in front.tried.iter().filter(|goals| inside(goals[across], &right) && inside(goals[up], &down)) {
        let (x, y) = plot.at(goals[across], goals[up]);
        canvas.block(Area { left: x - 4.0, top: y - 4.0, right: x + 4.0, bottom: y + 4.0 }, 4.0, colour::AXIS, 0.45);
    }
    let knee = front.knee();
    let tone = |k: usize| match front.members[k].standing {
        Some(Standing::OnFront) => BASELINE,
        Some(_) => BASELINE.tint(0.5),
        None if knee == Some(k) => KNEE,
        None => TONE,
    };
    for &k in &dots {
        whiskers(canvas, &plot, &front.members[k], across, up, tone(k));
    }
    for &k in &dots {
        let member = &front.members[k];
        let at = (member.goals[across].value, member.goals[up].value);
        plot.dot(canvas, at, radius(front, member, third), tone(k))?;
    }
    let place = |k: usize| {
        let (x, y) = plot.at(front.members[k].goals[across].value, front.members[k].goals[up].value);
        (x, y, radius(front, &front.members[k], third) + 3.0)
    };
    let all: Vec<(f64, f64, f64)> = dots.iter().map(|k| place(*k)).collect();
    for &k in lettered.iter().filter(|k| dots.contains(k)) {
        letter(canvas, &plot, place(k), &all, &front.members[k], tone(k));
    }
    list(canvas, front, &lettered, key, &tone);
    Ok(())
}

/// The end of the source line of a search: seed, runs, people.
pub(super) fn facts(front: &Front) -> String {
    say!(
        "chart-facts-of-search",
        seed = front.seed.to_string(),
        runs = front.runs,
        people = number::figure(front.people as f64)
    )
}

/// How many designs have no letter; empty if all have one.
fn without_letter(count: usize) -> String {
    if count == 0 { String::new() } else { say!("chart-front-without-letter", count = count) }
}

fn subtitle(front: &Front, up: usize, across: usize, third: Option<usize>) -> String {
    let runs = front.members.first().map_or(0, |m| m.runs);
    let goal_name = |g: usize| front.goals[g].says.as_str();
    let size = third.map_or(String::new(), |g| say!("chart-front-size", goal = goal_name(g)));
    say!(
        "chart-front-subtitle",
        up = chart_titles::capitalised(goal_name(up)),
        across = goal_name(across),
        over = &front.robust,
        runs = runs
    ) + &size
}

/// The name of an axis.
fn axis_title(front: &Front, goal: &Goal) -> String {
    match goal.unit.as_str() {
        "gain" => say!("chart-front-growth", headline = front.headline.to_lowercase()),
        "money" => say!("chart-front-money", goal = &goal.says, horizon = &front.horizon),
        _ => goal.says.clone(),
    }
}

/// Ticks of a goal over the designs of the front; other designs that were tried may widen each side by at most a third.
fn ticks(front: &Front, goal: usize) -> Ticks {
    let ends = |all: &mut dyn Iterator<Item = f64>| {
        all.filter(|x| x.is_finite()).fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)))
    };
    let members =
        ends(&mut front.members.iter().flat_map(|m| [m.goals[goal].low, m.goals[goal].high, m.goals[goal].value]));
    let tried = ends(&mut front.tried.iter().map(|goals| goals[goal]));
    let third = (members.1 - members.0) / 3.0;
    Ticks::with_zero(members.0.min(tried.0.max(members.0 - third)), members.1.max(tried.1.min(members.1 + third)))
}

fn inside(x: f64, ticks: &Ticks) -> bool {
    (ticks.low()..=ticks.high()).contains(&x)
}

/// Numbers below a plot, and the name of the axis.
fn x_axis(canvas: &mut Canvas, plot: &Plot, ticks: &Ticks, title: &str, write: impl Fn(f64) -> String) {
    let note = Type::NOTE.sized(22.0);
    let widest = ticks.0.iter().map(|t| note.width(&write(*t))).fold(0.0, f64::max) + 28.0;
    let apart = plot.area.width() / (ticks.0.len().max(2) - 1) as f64;
    let every = (widest / apart.max(1.0)).ceil().max(1.0) as usize;
    let zero = ticks.0.iter().position(|t| t.abs() < 1e-12).unwrap_or(0);
    for (i, tick) in ticks.0.iter().enumerate().filter(|(i, _)| i.abs_diff(zero).is_multiple_of(every)) {
        let (x, _) = plot.at(*tick, 0.0);
        canvas.rule((x, plot.area.bottom), (x, plot.area.bottom + 8.0), 1.5, colour::AXIS, "");
        let text = write(*tick);
        let half = note.width(&text) / 2.0;
        let middle = if i + 1 == ticks.0.len() { x.min(plot.area.right + 8.0 - half) } else { x };
        canvas.write(&text, middle, plot.area.bottom + 36.0, note.anchored(Anchor::Middle));
    }
    let (note, title) = note.fitting(title, plot.area.width(), 1);
    canvas.write(&title.concat(), plot.area.right, plot.area.bottom + 68.0, note.anchored(Anchor::End));
}

/// Explains the grey dots, if the title of the axis leaves room for it; `visible` of `all` are inside the plot.
fn explain_grey(canvas: &mut Canvas, plot: &Plot, (visible, all): (usize, usize), title: &str) {
    let note = Type::NOTE.sized(22.0);
    let text = if visible < all {
        say!("chart-front-grey-some", visible = visible.to_string(), all = all.to_string())
    } else {
        say!("chart-front-grey-all", all = all.to_string())
    };
    if visible > 0 && note.width(&text) + note.width(title) + 40.0 <= plot.area.width() {
        canvas.write(&text, plot.area.left, plot.area.bottom + 68.0, note);
    }
}

/// A dotted line at the budget, if money is on the axis and the budget is within it.
fn draw_budget(canvas: &mut Canvas, plot: &Plot, front: &Front, across: usize, ticks: &Ticks) {
    let Some(budget) = front.budget.filter(|b| front.goals[across].text == names::MONEY_PAID && *b <= ticks.high())
    else {
        return;
    };
    let (x, _) = plot.at(budget, 0.0);
    canvas.rule((x, plot.area.top), (x, plot.area.bottom), 2.0, colour::AXIS, "2 8");
    let note = Type::NOTE.anchored(Anchor::End);
    canvas.write(&say!("chart-front-budget"), x - 10.0, plot.area.bottom - 14.0, note);
}

fn whiskers(canvas: &mut Canvas, plot: &Plot, member: &Member, across: usize, up: usize, tone: Colour) {
    let (x, y) = (member.goals[across], member.goals[up]);
    let whiskers = [(x, (x.low, y.value), (x.high, y.value)), (y, (x.value, y.low), (x.value, y.high))];
    for (_, from, to) in whiskers.into_iter().filter(|(goal, _, _)| !goal.low.is_nan()) {
        canvas.rule(plot.at(from.0, from.1), plot.at(to.0, to.1), 3.0, tone.tint(0.55), "");
    }
}

/// The radius of a dot: larger if the design has more of the third goal.
fn radius(front: &Front, member: &Member, third: Option<usize>) -> f64 {
    let Some(third) = third else { return 11.0 };
    let most = front.members.iter().map(|m| m.goals[third].value.abs()).fold(0.0, f64::max);
    let own = member.goals[third].value.abs();
    let share = if most > 0.0 && own > 0.0 { (own / most).clamp(0.0, 1.0) } else { 0.0 };
    // The eye compares areas, not radii.
    libm::sqrt(RADII.0 * RADII.0 + share * (RADII.1 * RADII.1 - RADII.0 * RADII.0))
}

/// The lettered designs with their goals and rules; neighbours that the runs cannot distinguish share an entry.
fn list(canvas: &mut Canvas, front: &Front, designs: &[usize], key: Area, tone: &dyn Fn(usize) -> Colour) {
    let (head, note) = (Type::VALUE.sized(LARGE), Type::NOTE.sized(22.0));
    let groups = front.groups();
    let with_letter =
        |group: &Vec<usize>| -> Vec<usize> { group.iter().copied().filter(|k| designs.contains(k)).collect() };
    let entries: Vec<Vec<usize>> = groups.iter().map(with_letter).filter(|group| !group.is_empty()).collect();
    let differ = differing(front, &entries.concat());
    let narrow = canvas.is_narrow();
    let high = if narrow { 66.0 } else { (key.height() / entries.len().max(1) as f64).min(190.0) };
    let mut y = key.top + 20.0;
    for group in &entries {
        let members: Vec<&Member> = group.iter().map(|k| &front.members[*k]).collect();
        let letters: Vec<&str> = members.iter().map(|m| m.letter.as_str()).collect();
        let names: Vec<&str> = members.iter().flat_map(|m| m.called.iter().map(String::as_str)).collect();
        let (letters, names) = (letters.join(", "), names.join(", "));
        let name = if group.len() > 1 {
            say!("chart-front-alike", letters = letters, names = names)
        } else {
            say!("chart-front-single", letter = letters, names = names)
        };
        let lead = group.iter().copied().find(|k| front.knee() == Some(*k)).unwrap_or(group[0]);
        let (head, names) = head.fitting(name.trim_end(), key.width(), if high >= 130.0 { 2 } else { 1 });
        let mut at = y - 34.0;
        for line in &names {
            at += 34.0;
            canvas.write(line, key.left, at, head.coloured(tone(lead)));
        }
        at += 2.0;
        let lines = ((high - 6.0 - 34.0 * names.len() as f64) / 26.0).floor().max(1.0) as usize;
        let (note, goals) = note.fitting(&goals(front, &members), key.width(), lines.min(2));
        for line in &goals {
            at += 28.0;
            canvas.write(line, key.left, at, note.coloured(colour::INK));
        }
        for line in shortened(&rules(&front.members[lead], &differ), key.width(), lines.saturating_sub(goals.len())) {
            at += 25.0;
            canvas.write(&line, key.left, at, Type::NOTE);
        }
        y += high;
    }
}

/// The goals of some designs, each from the least to the most of them.
fn goals(front: &Front, members: &[&Member]) -> String {
    let one = |(g, goal): (usize, &Goal)| {
        let values = members.iter().map(|m| m.goals[g].value);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
        if low > high {
            return say!("chart-front-no-value", goal = &goal.says);
        }
        let figure = |x: f64| goal.figure(&front.currency, x);
        let figure = number::range(&figure(low), &figure(high));
        if matches!(goal.unit.as_str(), "gain" | "money") { figure } else { format!("{figure} {}", goal.says) }
    };
    // A goal that is zero for every design of the front is left out.
    let some = |(g, _): &(usize, &Goal)| front.members.iter().any(|m| m.goals[*g].value.abs() > 0.0);
    front.goals.iter().enumerate().filter(some).map(one).collect::<Vec<_>>().join(" · ")
}

/// Whether each lever has more than one value among these designs.
fn differing(front: &Front, designs: &[usize]) -> Vec<bool> {
    let differs = |lever: usize| {
        let mut values =
            designs.iter().map(|k| &front.members[*k].levers[lever]).filter(|l| l.stands).map(|l| &l.value);
        let first = values.next();
        values.any(|value| Some(value) != first)
    };
    (0..front.members.first().map_or(0, |m| m.levers.len())).map(differs).collect()
}

/// The treatment of a design, and its levers that differ from those of others; all levers if none differs.
fn rules(member: &Member, differ: &[bool]) -> Vec<String> {
    let design = if member.design.is_empty() { None } else { Some(member.design.clone()) };
    let alone = !differ.contains(&true);
    let levers = member.levers.iter().zip(differ).filter(|(lever, differs)| lever.stands && (alone || **differs));
    let levers = levers.map(|(lever, _)| format!("{} {}", lever.says, lever.value.replace(' ', "\u{a0}")));
    design.into_iter().chain(levers).collect()
}
