(func $policy:g0.data.t.p (param i32 i32) (result i32)
  (local i32 i32)
  i32.const 0
  call $memo_get
  local.tee 2
  if
    local.get 2
    i32.const 15
    i32.eq
    if
      i32.const 0
      return
    end
    local.get 2
    return
  end
  block $0
    local.get 3
    if
      local.get 3
      i32.const "a"
      call $value_equal
      i32.eqz
      if
        i32.const "t.rego"
        i32.const 3
        i32.const 7
        i32.const "var assignment conflict"
        call $abort_at
        unreachable
      end
    end
    i32.const "a"
    local.set 3
  end
  block $1
    local.get 3
    if
      local.get 3
      i32.const 11
      call $value_equal
      i32.eqz
      if
        i32.const "t.rego"
        i32.const 3
        i32.const 7
        i32.const "var assignment conflict"
        call $abort_at
        unreachable
      end
    end
    i32.const 11
    local.set 3
  end
  block $2
    local.get 3
    local.set 2
    i32.const 0
    local.get 2
    call $memo_set
    local.get 2
    return
  end
  local.get 3
  local.set 2
  i32.const 0
  local.get 2
  call $memo_set
  local.get 2
  return
  unreachable
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
    call $make_object
    local.set 4
    local.get 4
    i32.const "result"
    local.get 3
    call $object_insert
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
