//! NSGA-II compared with pymoo's, on ZDT1 to 3, with equal numbers of evaluations and seeds.

use serde_json::json;
use zaoshi::search::nsga2::{Candidate, Found, Manner, children, fronts, hypervolume, survivors};
use zaoshi::world::stream::Stream;

use super::oracle;

const SEEDS: [u64; 7] = [1, 2, 3, 4, 5, 6, 7];
const POPULATION: usize = 100;
const EVALUATIONS: usize = 20_000;
const LEVERS: usize = 30;

fn zdt(which: u8, x: &[f64]) -> Vec<f64> {
    let f = x[0];
    let g = 1.0 + 9.0 * x[1..].iter().sum::<f64>() / (x.len() - 1) as f64;
    let h = match which {
        1 => 1.0 - (f / g).sqrt(),
        2 => 1.0 - (f / g) * (f / g),
        _ => 1.0 - (f / g).sqrt() - f / g * (10.0 * std::f64::consts::PI * f).sin(),
    };
    vec![f, g * h]
}

fn ours(which: u8, seed: u64) -> Vec<Vec<f64>> {
    let luck = Stream::seeded(seed);
    let made = |shares: Vec<f64>| Candidate { found: Found { objectives: zdt(which, &shares), broken: 0.0 }, shares };
    let any = |k: usize| (0..LEVERS).map(|j| luck.named("first").at(k as u64).at(j as u64).unit()).collect();
    let mut all: Vec<Candidate> = (0..POPULATION).map(|k| made(any(k))).collect();
    for generation in 1..EVALUATIONS / POPULATION {
        let young = children(&all, &[false; LEVERS], &Manner::default(), luck.named("young").at(generation as u64));
        all.extend(young.into_iter().map(made));
        all = survivors(all, POPULATION);
    }
    fronts(&all)[0].iter().map(|k| all[*k].found.objectives.clone()).collect()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[test]
#[ignore = "needs pymoo"]
fn the_fronts_of_zdt_are_as_good_as_pymoos_at_equal_evaluations() {
    let problems = [1_u8, 2, 3];
    let question = json!({
        "problems": problems, "seeds": SEEDS, "population": POPULATION, "evaluations": EVALUATIONS,
    });
    let answer = oracle("zdt.py", &question);
    let theirs: Vec<Vec<Vec<Vec<f64>>>> = serde_json::from_value(answer).unwrap();
    for (which, fronts) in problems.into_iter().zip(theirs) {
        assert_eq!(fronts.len(), SEEDS.len());
        let volume = |front: &Vec<Vec<f64>>| hypervolume(front, &[1.1, 1.1]);
        let theirs = median(fronts.iter().map(volume).collect());
        let own = median(SEEDS.iter().map(|seed| volume(&ours(which, *seed))).collect());
        println!("ZDT{which}: {own:.5}, pymoo {theirs:.5}: {:.2} %", 100.0 * own / theirs);
        assert!(theirs > 0.5, "pymoo found nothing on ZDT{which}");
        assert!(own >= 0.99 * theirs, "ZDT{which}: {own} against pymoo's {theirs}");
    }
}
