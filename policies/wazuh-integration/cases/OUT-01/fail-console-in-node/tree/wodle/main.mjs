function emit(event) {
  process.stdout.write(JSON.stringify(event))
}

emit({ a: 1 })
console.log('started')
