//! An S3 bucket as a place: the objects below a prefix.
//!
//! Credentials and the endpoint come from the environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`,
//! `AWS_ENDPOINT` and the other variables of `object_store`. Invariant: an object is written only if none exists; the
//! bucket decides which writer was first.

use std::io;
use std::path::Path;
use std::time::Duration;

use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path as Name;
use object_store::{Error as Fault, ObjectStore, ObjectStoreExt, PutMode, PutOptions, RetryConfig};
use tokio::runtime::{Builder, Runtime};

use super::Put;
use crate::error::Error;
use crate::say;

/// How long a request is retried. After that the shard fails, and another worker can take it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A bucket and the prefix of its objects.
#[derive(Debug)]
pub(super) struct Bucket {
    store: AmazonS3,
    prefix: Name,
    runtime: Runtime,
}

impl Bucket {
    /// The bucket of `s3://bucket/prefix`.
    pub(super) fn reach(root: &Path) -> Result<Self, Error> {
        let text = root.to_string_lossy();
        let wrong = |why: String| Error::Argument(say!("store-bucket-unreachable", address = &*text, why = why));
        let (bucket, prefix) = {
            let rest = text.strip_prefix("s3://").unwrap_or(&text);
            rest.split_once('/').unwrap_or((rest, ""))
        };
        if bucket.is_empty() {
            return Err(wrong(say!("store-no-bucket-named")));
        }
        // An error here means that a provider is already installed; that one stays.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let retry = RetryConfig { max_retries: 6, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let store = AmazonS3Builder::from_env().with_bucket_name(bucket).with_retry(retry).build();
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        Ok(Bucket {
            store: store.map_err(|fault| wrong(message(&fault)))?,
            prefix: Name::parse(prefix.trim_matches('/')).map_err(|fault| wrong(fault.to_string()))?,
            runtime: runtime.map_err(|fault| wrong(fault.to_string()))?,
        })
    }

    fn name(&self, name: &str) -> io::Result<Name> {
        let outside = || io::Error::new(io::ErrorKind::InvalidInput, say!("store-outside-bucket"));
        let inside = Name::parse(name).ok().filter(|_| !name.starts_with('/')).ok_or_else(outside)?;
        Ok(self.prefix.parts().chain(inside.parts()).collect())
    }

    /// The bytes of an object; `None` if it does not exist.
    pub(super) fn get(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let name = self.name(name)?;
        let got = self.runtime.block_on(async { self.store.get(&name).await?.bytes().await });
        match got {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(Fault::NotFound { .. }) => Ok(None),
            Err(fault) => Err(failure(&fault)),
        }
    }

    /// Writes an object if none exists.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> io::Result<Put> {
        let options = PutOptions::from(PutMode::Create);
        let name = self.name(name)?;
        match self.runtime.block_on(self.store.put_opts(&name, bytes.to_vec().into(), options)) {
            Ok(_) => Ok(Put::New),
            Err(Fault::AlreadyExists { .. } | Fault::Precondition { .. }) => Ok(Put::Same),
            Err(fault) => Err(failure(&fault)),
        }
    }

    /// Writes an object and replaces an existing one.
    pub(super) fn replace(&self, name: &str, bytes: Vec<u8>) -> io::Result<()> {
        let name = self.name(name)?;
        self.runtime.block_on(self.store.put(&name, bytes.into())).map(|_| ()).map_err(|fault| failure(&fault))
    }

    /// The names of the objects in a folder.
    pub(super) fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let folder = self.name(folder)?;
        let listed = self.runtime.block_on(self.store.list_with_delimiter(Some(&folder)));
        let objects = listed.map_err(|fault| failure(&fault))?.objects;
        Ok(objects.iter().filter_map(|object| object.location.filename().map(str::to_owned)).collect())
    }
}

fn failure(fault: &Fault) -> io::Error {
    let kind = match fault {
        Fault::NotFound { .. } => io::ErrorKind::NotFound,
        Fault::PermissionDenied { .. } | Fault::Unauthenticated { .. } => io::ErrorKind::PermissionDenied,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, message(fault))
}

/// The message of a bucket's error in one line, without XML.
fn message(fault: &Fault) -> String {
    let whole = fault.to_string();
    let tagged = |tag: &str| {
        let from = whole.find(&format!("<{tag}>"))? + tag.len() + 2;
        whole[from..].find('<').map(|length| &whole[from..from + length])
    };
    match tagged("Message").or(tagged("Code")) {
        Some(message) => message.to_owned(),
        None => whole.lines().map(str::trim).collect::<Vec<_>>().join(" "),
    }
}
