(func $policy:g0.data.t.p (result i32)
  (local i32)
  block $0
    i32.const 0
    call $make_array
    local.set 0
    block $1
      local.get 0
      i32.const "a"
      call $array_append
      br $1
    end
    local.get 0
    i32.const "b"
    call $array_append
    block $3
      br $3
    end
    local.get 0
    i32.const "c"
    call $array_append
    br $0
  end
  local.get 0
)

(func $plan:t/p (result i32)
  (local i32 i32 i32)
  call $make_set
  local.set 0
  block $0
    call $policy:g0.data.t.p
    local.tee 1
    i32.eqz
    br_if $0
    i32.const ["result"]
    local.get 1
    call $record_1
    local.set 2
    local.get 0
    local.get 2
    call $set_add
  end
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
