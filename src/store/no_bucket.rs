//! The replacement of [`Bucket`] in a program without the feature `s3`.
//!
//! Invariant: no value of [`Bucket`] exists, so its methods are never called.

use std::convert::Infallible;
use std::io;
use std::path::Path;

use super::Put;
use crate::error::Error;
use crate::say;

/// A type without values.
#[derive(Debug)]
pub(super) struct Bucket(Infallible);

impl Bucket {
    pub(super) fn reach(root: &Path) -> Result<Self, Error> {
        Err(Error::Argument(say!("store-no-buckets", address = root.display().to_string())))
    }
    pub(super) fn get(&self, _: &str) -> io::Result<Option<Vec<u8>>> {
        match self.0 {}
    }
    pub(super) fn put(&self, _: &str, _: &[u8]) -> io::Result<Put> {
        match self.0 {}
    }
    pub(super) fn replace(&self, _: &str, _: Vec<u8>) -> io::Result<()> {
        match self.0 {}
    }
    pub(super) fn names(&self, _: &str) -> io::Result<Vec<String>> {
        match self.0 {}
    }
}
