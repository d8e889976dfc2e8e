//! Kubernetes: an Indexed Job, printed for `kubectl create -f -`.
//!
//! Invariant: each index is tried again for itself, but for one that will fail wherever it is tried; pods that the cluster takes away count
//! as no try. Texts stand as JSON does, which is YAML, so that no name can break the document.

use std::path::Path;

use serde_json::json;
use zaoshi::error::Error;

use super::super::{print, tell};
use super::{TRIES, Tasks, is_bucket};

pub(super) fn show(tasks: &Tasks<'_>) -> Result<(), Error> {
    if !tasks.asked.dry_run {
        return Err(Error::Asked(
            "zaoshi prints the Job and leaves its submission to kubectl: add --dry-run, and pipe it into `kubectl create -f -`".to_owned(),
        ));
    }
    let job = job(tasks)?;
    tell(&format!("{}, not submitted: pipe this into `kubectl create -f -`\n", tasks.told()));
    print(&job)
}

fn job(tasks: &Tasks<'_>) -> Result<String, Error> {
    let asked = tasks.asked;
    let Some(image) = &asked.image else {
        return Err(Error::Asked("--image is missing: name the image that holds zaoshi".to_owned()));
    };
    let folder = if is_bucket(&tasks.place) { None } else { above(&tasks.place) };
    let (mounts, volumes) = match (&folder, &asked.claim) {
        (None, None) => (String::new(), String::new()),
        (Some(path), Some(claim)) => (
            format!("          volumeMounts:\n            - {{name: results, mountPath: {}}}\n", json!(path)),
            format!(
                "      volumes:\n        - {{name: results, persistentVolumeClaim: {{claimName: {}}}}}\n",
                json!(claim)
            ),
        ),
        (Some(_), None) => {
            return Err(Error::Asked(
                "a pod does not see this machine's folder: name with --claim the volume claim that holds it, or sweep into a bucket \
                 with --out s3://…"
                    .to_owned(),
            ));
        }
        (None, Some(_)) => {
            return Err(Error::Asked(
                "--claim says nothing where the results stand in a bucket: leave it away".to_owned(),
            ));
        }
    };
    let secret = asked.secret.as_ref().map_or(String::new(), |name| {
        format!("          envFrom:\n            - secretRef: {{name: {}}}\n", json!(name))
    });
    let worker: String =
        tasks.worker("JOB_COMPLETION_INDEX").iter().map(|word| format!("            - {}\n", json!(word))).collect();
    let (count, cpus) = (tasks.count(), asked.cpus);
    let at_once = asked.at_once.map_or(count, |n| n as usize).min(count);
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
      # Will fail wherever it is tried.
      - action: FailIndex
        onExitCodes: {{containerName: worker, operator: In, values: [42]}}
      # The cluster took the pod away: no fault of the task's.
      - action: Ignore
        onPodConditions: [{{type: DisruptionTarget, status: "True"}}]
      # May go well if it is tried again.
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
    ))
}

/// The folder that holds all results: above the scenario's, which is above the sweep's.
fn above(place: &str) -> Option<String> {
    Path::new(place).ancestors().nth(2).map(|path| path.display().to_string())
}
