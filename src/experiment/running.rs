//! Running an experiment: replicates in parallel, all designs of one on a common network.
//!
//! Invariant: a replicate depends on the experiment and its number alone, not on what else is run, kept or streamed.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::kept::{Forget, Keeper};
use super::{Design, Done, Ensemble, Experiment, TraceFiles};
use crate::engine::{RunOptions, Trace, Traces, Trajectory, run};
use crate::metrics::{Metric, names};
use crate::model::Model;
use crate::scenario::condition::Measure;
use crate::world::contacts::Contacts;
use crate::world::stream::Stream;

/// What runs are given besides their experiment.
#[derive(Clone, Copy)]
pub struct Hands<'a> {
    /// Keeps replicates that are done.
    pub keeper: &'a dyn Keeper,
    /// Takes the traces; without it trajectories keep them.
    pub traces: Option<&'a TraceFiles>,
}

impl Default for Hands<'_> {
    fn default() -> Self {
        Hands { keeper: &Forget, traces: None }
    }
}

impl Experiment {
    /// Runs all replicates, on all threads of the current pool; `progress` is called after each run.
    pub fn run(&self, progress: &(dyn Fn(Done) + Sync)) -> Ensemble {
        Ensemble { runs: self.run_replicates(0..self.replicates, progress) }
    }

    /// Runs some replicates of every design: `[design][replicate]`. Earlier replicates count as done in `progress`.
    pub fn run_replicates(&self, replicates: Range<usize>, progress: &(dyn Fn(Done) + Sync)) -> Vec<Vec<Trajectory>> {
        self.run_with(replicates, Hands::default(), progress)
    }

    /// As [`run_replicates`](Experiment::run_replicates), but replicates that were done before are taken from their keeper, new ones are
    /// given to it, and traces are streamed if there are files for them.
    pub fn run_with(
        &self,
        replicates: Range<usize>,
        hands: Hands,
        progress: &(dyn Fn(Done) + Sync),
    ) -> Vec<Vec<Trajectory>> {
        let done = AtomicUsize::new(replicates.start * self.designs.len());
        let of = self.runs();
        let shared = self.network();
        let traced = self.designs.iter().any(|design| design.model.traces > 0);
        let size = replicates.len();
        // Replicate by replicate, so that all designs of one share a network.
        let by_replicate: Vec<Vec<Trajectory>> = replicates
            .into_par_iter()
            .map(|replicate| {
                let done = || progress(Done { runs: done.fetch_add(1, Ordering::Relaxed) + 1, of });
                // Traces are not kept: their replicate runs again.
                let keeper: &dyn Keeper = if replicate == 0 && traced { &Forget } else { hands.keeper };
                if let Some(runs) = keeper.done(replicate).filter(|runs| self.are_of(runs)) {
                    runs.iter().for_each(|_| done());
                    return runs;
                }
                let all: Vec<usize> = (0..self.designs.len()).collect();
                let runs = self.run_all(&all, replicate, shared.as_ref(), hands.traces, &done);
                keeper.keep(replicate, &runs);
                runs
            })
            .collect();
        let mut runs: Vec<Vec<Trajectory>> = self.designs.iter().map(|_| Vec::with_capacity(size)).collect();
        for replicate in by_replicate {
            for (design, trajectory) in runs.iter_mut().zip(replicate) {
                design.push(trajectory);
            }
        }
        runs
    }

    /// Whether trajectories have the shape of those of this experiment.
    fn are_of(&self, runs: &[Trajectory]) -> bool {
        let wide = |run: &Trajectory| run.rows.iter().all(|row| row.len() == self.metrics.len());
        let long = |(run, design): (&Trajectory, &Design)| run.rows.len() == design.model.rows.len() && wide(run);
        runs.len() == self.designs.len() && runs.iter().zip(&self.designs).all(long)
    }

    /// The network that all replicates share; `None` if each replicate draws its own.
    pub fn network(&self) -> Option<Arc<Contacts>> {
        let base = &self.designs[0].model;
        (!base.redraw && base.contact_kind.is_network()).then(|| contacts(base, Stream::seeded(self.seed)))
    }

    /// Runs all designs of one replicate: `[design]`. `shared` is the network of all replicates; `done` is called after
    /// each run.
    pub fn run_paired(
        &self,
        replicate: usize,
        shared: Option<&Arc<Contacts>>,
        done: &(dyn Fn() + Sync),
    ) -> Vec<Trajectory> {
        let all: Vec<usize> = (0..self.designs.len()).collect();
        self.run_designs(&all, replicate, shared, done)
    }

    /// Runs some designs of one replicate, by their indices.
    pub fn run_designs(
        &self,
        designs: &[usize],
        replicate: usize,
        shared: Option<&Arc<Contacts>>,
        done: &(dyn Fn() + Sync),
    ) -> Vec<Trajectory> {
        self.run_all(designs, replicate, shared, None, done)
    }

    fn run_all(
        &self,
        designs: &[usize],
        replicate: usize,
        shared: Option<&Arc<Contacts>>,
        traces: Option<&TraceFiles>,
        done: &(dyn Fn() + Sync),
    ) -> Vec<Trajectory> {
        let base = &self.designs[0].model;
        let common =
            shared.map_or_else(|| contacts(base, Model::replicate_stream(self.seed, replicate as u64)), Arc::clone);
        let one = |design: &usize| {
            let trajectory = self.run_on_contacts(*design, replicate, &common, traces);
            done();
            trajectory
        };
        designs.par_iter().map(one).collect()
    }

    /// Runs one replicate of one design, by its index.
    pub fn run_one(&self, design: usize, replicate: usize) -> Trajectory {
        let base = &self.designs[0].model;
        let at =
            if base.redraw { Model::replicate_stream(self.seed, replicate as u64) } else { Stream::seeded(self.seed) };
        self.run_on_contacts(design, replicate, &contacts(base, at), None)
    }

    /// Runs one replicate; `common` is the network of the baseline.
    fn run_on_contacts(
        &self,
        at: usize,
        replicate: usize,
        common: &Arc<Contacts>,
        traces: Option<&TraceFiles>,
    ) -> Trajectory {
        let design = &self.designs[at];
        let stream = traces.map(|files| move |some: &[Trace]| files.add(at, design, some));
        let (model, luck) = (&design.model, Model::replicate_stream(self.seed, replicate as u64));
        let headline = self.measure(self.headline);
        let options = RunOptions {
            crowd: self.crowd,
            coast: replicate < self.coasts,
            headline: &headline,
            names: &design.names,
            traces: match &stream {
                _ if replicate > 0 || model.traces == 0 => Traces::None,
                Some(stream) => Traces::Given(stream),
                None => Traces::Kept,
            },
        };
        // A design with other people or other contacts needs its own network.
        let contacts = if same_contacts(model, &self.designs[0].model) {
            Arc::clone(common)
        } else {
            contacts(model, if model.redraw { luck } else { Stream::seeded(self.seed) })
        };
        let mut trajectory = run(model, luck, contacts, options);
        self.align(design, &mut trajectory);
        trajectory
    }

    /// Puts a design's rows into the order of all metrics, expressions last; those that it lacks have the value
    /// [without what they measure](names::without).
    fn align(&self, design: &Design, trajectory: &mut Trajectory) {
        let plain = &self.metrics[..self.metrics.len() - self.expressions.len()];
        if design.names != plain {
            let at = |m: &Metric| design.names.iter().position(|n| n.name == m.name).ok_or(names::without(&m.name));
            let at: Vec<Result<usize, f64>> = plain.iter().map(at).collect();
            for row in &mut trajectory.rows {
                *row = at.iter().map(|at| at.map_or_else(|nothing| nothing, |at| row[at])).collect();
            }
        }
        for row in &mut trajectory.rows {
            self.expressions.iter().for_each(|expression| row.push(expression.value(row)));
        }
    }

    /// A metric as a measure of the metrics of a design.
    fn measure(&self, metric: usize) -> Measure {
        let plain = self.metrics.len() - self.expressions.len();
        match metric.checked_sub(plain) {
            Some(k) => self.expressions[k].measure.clone(),
            None => Measure::of(&self.metrics[metric].name),
        }
    }
}

fn contacts(model: &Model, luck: Stream) -> Arc<Contacts> {
    Arc::new(Contacts::build(&model.contact_kind, model.people(), model.mean_degree, luck.named("contacts")))
}

pub(super) fn same_contacts(one: &Model, other: &Model) -> bool {
    let size = |model: &Model| (model.people(), model.mean_degree.to_bits(), model.redraw);
    one.contact_kind == other.contact_kind && size(one) == size(other)
}
