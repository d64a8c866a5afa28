(func $policy:g0.data.t.x (result i32)
  (local i32 i32 i32)
  i32.const 0
  call $memo_get
  local.tee 0
  if
    local.get 0
    call $memo_value
    return
  end
  block $0
    global.get $input
    i32.const site 0
    i32.const "a"
    call $site_get
    local.tee 1
    i32.eqz
    br_if $0
    local.get 1
    i32.const site 1
    i32.const "b"
    call $site_get
    local.tee 2
    i32.eqz
    br_if $0
  end
  i32.const 0
  local.get 2
  call $memo_set
)

(func $policy:g0.data.t.p (result i32)
  (local i32 i32 i32 i32 i32)
  block $0
    i32.const 0
    call $make_array
    local.set 0
    call $policy:g0.data.t.x
    local.tee 1
    i32.eqz
    br_if $0
    local.get 0
    local.get 1
    call $array_append
    global.get $input
    local.set 2
    i32.const 2
    call $make_array
    local.tee 3
    i32.const "a"
    call $array_append
    local.get 3
    i32.const "b"
    call $array_append
    global.get $input
    local.get 3
    i32.const number 2
    call $with_put
    global.set $input
    call $memo_push
    i32.const 0
    local.set 4
    block $1
      call $policy:g0.data.t.x
      local.tee 1
      i32.eqz
      br_if $1
      local.get 0
      local.get 1
      call $array_append
      local.get 0
      global.get $input
      call $array_append
      i32.const 1
      local.set 4
    end
    local.get 4
    local.get 2
    global.set $input
    call $memo_pop
    i32.eqz
    br_if $0
    call $policy:g0.data.t.x
    local.tee 1
    i32.eqz
    br_if $0
    local.get 0
    local.get 1
    call $array_append
    local.get 0
    global.get $input
    call $array_append
  end
  local.get 0
)

(func $plan:t/p (result i32)
  (local i32 i32 i32)
  call $make_set
  local.set 0
  call $policy:g0.data.t.p
  local.set 1
  i32.const ["result"]
  local.get 1
  call $record_1
  local.set 2
  local.get 0
  local.get 2
  call $set_add
  local.get 0
)

(func $dispatch (param i32 i32 i32) (result i32)
  local.get 1
  global.set $input
  local.get 2
  global.set $data
  local.get 0
  i32.const 0
  i32.eq
  if
    call $plan:t/p
    return
  end
  i32.const "internal: illegal entrypoint id"
  call $fail
  unreachable
)
