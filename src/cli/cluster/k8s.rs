//! Kubernetes: an Indexed Job, printed for `kubectl create -f -`.
//!
//! Invariant: each index is retried by itself, unless its code says that it would fail on every machine; a pod that the cluster removes
//! does not count as a try. Texts are written as JSON, which is YAML too, so that no name breaks the document.

use std::path::Path;

use crate::error::Error;
use crate::say;
use serde_json::json;

use super::super::{log, print};
use super::{TRIES, Tasks, is_bucket};

pub(super) fn show(tasks: &Tasks<'_>) -> Result<(), Error> {
    if !tasks.options.dry_run {
        return Err(Error::Argument(say!("cluster-k8s-needs-dry-run")));
    }
    let job = job(tasks)?;
    log(&(say!("cluster-k8s-not-submitted", tasks = tasks.count(), shards = tasks.shards.len()) + "\n"));
    print(&job)
}

/// The document of the Job.
fn job(tasks: &Tasks<'_>) -> Result<String, Error> {
    let options = tasks.options;
    let Some(image) = &options.image else {
        return Err(Error::Argument(say!("cluster-k8s-no-image")));
    };
    let folder = if is_bucket(&tasks.place) { None } else { above(&tasks.place) };
    let (mounts, volumes) = match (&folder, &options.claim) {
        (None, None) => (String::new(), String::new()),
        (Some(path), Some(claim)) => (
            format!("          volumeMounts:\n            - {{name: results, mountPath: {}}}\n", json!(path)),
            format!(
                "      volumes:\n        - {{name: results, persistentVolumeClaim: {{claimName: {}}}}}\n",
                json!(claim)
            ),
        ),
        (Some(_), None) => return Err(Error::Argument(say!("cluster-k8s-no-claim"))),
        (None, Some(_)) => return Err(Error::Argument(say!("cluster-k8s-claim-for-bucket"))),
    };
    let secret = options.secret.as_ref().map_or(String::new(), |name| {
        format!("          envFrom:\n            - secretRef: {{name: {}}}\n", json!(name))
    });
    let worker: String = tasks
        .worker("JOB_COMPLETION_INDEX")
        .iter()
        .map(|word| format!("            - {}\n", json!(literal(word))))
        .collect();
    let (count, cpus) = (tasks.count(), options.cpus);
    let at_once = options.at_once.map_or(count, |n| n as usize).min(count);
    Ok(format!(
        r#"apiVersion: batch/v1
kind: Job
metadata:
  generateName: {name}-
  labels: {{app.kubernetes.io/name: zaoshi, zaoshi/sweep: "{id}"}}
spec:
  completionMode: Indexed
  completions: {count}
  parallelism: {at_once}
  backoffLimitPerIndex: {TRIES}
  maxFailedIndexes: {count}
  podFailurePolicy:
    rules:
      # {fails}
      - action: FailIndex
        onExitCodes: {{containerName: worker, operator: In, values: [42]}}
      # {lost}
      - action: Ignore
        onPodConditions: [{{type: DisruptionTarget, status: "True"}}]
      # {again}
      - action: Count
        onExitCodes: {{containerName: worker, operator: In, values: [75]}}
  template:
    metadata:
      labels: {{app.kubernetes.io/name: zaoshi, zaoshi/sweep: "{id}"}}
    spec:
      restartPolicy: Never
      containers:
        - name: worker
          image: {image}
          command:
{worker}          resources:
            requests: {{cpu: "{cpus}"}}
{secret}{mounts}{volumes}"#,
        name = tasks.name(),
        id = tasks.store.manifest.id,
        image = json!(image),
        fails = say!("cluster-k8s-fails"),
        lost = say!("cluster-k8s-lost"),
        again = say!("cluster-k8s-again"),
    ))
}

/// A word of a command that Kubernetes takes as it is: it replaces `$(VAR)` by a variable, and takes `$$` for `$`.
fn literal(word: &str) -> String {
    word.replace('$', "$$")
}

/// The folder of all results, two above that of the sweep.
fn above(place: &str) -> Option<String> {
    Path::new(place).ancestors().nth(2).map(|path| path.display().to_string())
}
