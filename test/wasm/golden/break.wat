(func $policy:g0.data.t.p (param i32 i32) (result i32)
  (local i32)
  block $0
    i32.const 0
    call $make_array
    local.set 2
    block $1
      local.get 2
      i32.const "a"
      call $array_append
      br $1
    end
    local.get 2
    i32.const "b"
    call $array_append
    block $3
      br $3
    end
    local.get 2
    i32.const "c"
    call $array_append
    br $0
  end
  local.get 2
)

(func $plan:t/p (param i32 i32) (result i32)
  (local i32 i32 i32)
  call $make_set
  local.set 2
  block $0
    local.get 0
    local.get 1
    call $policy:g0.data.t.p
    local.tee 3
    i32.eqz
    br_if $0
    i32.const ["result"]
    local.get 3
    call $array_1
    call $object_of
    local.set 4
    local.get 2
    local.get 4
    call $set_add
  end
  local.get 2
)

(func $dispatch (param i32 i32 i32) (result i32)
  local.get 0
  i32.const 0
  i32.eq
  if
    local.get 1
    local.get 2
    call $plan:t/p
    return
  end
  i32.const "internal: illegal entrypoint id"
  call $fail
  unreachable
)
