//! `host ENTRYPOINT MODULE FACTS …`, any number of the three: what the modules answer, a line of JSON each, through the crate `opa-wasm`.
use anyhow::{Context, Result};
use opa_wasm::wasmtime::{Config, Engine, Module, Store};
use opa_wasm::Runtime;
use serde_json::Value;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut given = std::env::args().skip(1);
    while let Some(entrypoint) = given.next() {
        let module = std::fs::read(given.next().context("a module is missing")?)?;
        let facts = std::fs::read(given.next().context("facts are missing")?)?;
        println!("{}", evaluate(&entrypoint, &module, &facts).await?);
    }
    Ok(())
}

async fn evaluate(entrypoint: &str, module: &[u8], facts: &[u8]) -> Result<Value> {
    let engine = Engine::new(&Config::new())?;
    let module = Module::new(&engine, module)?;
    let mut store = Store::new(&engine, ());
    let runtime = Runtime::new(&mut store, &module).await?;
    let policy = runtime.without_data(&mut store).await?;
    let input: Value = serde_json::from_slice(facts)?;
    policy.evaluate(&mut store, entrypoint, &input).await
}
