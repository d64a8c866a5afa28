(func $policy:g0.data.t.a.y (param i32 i32) (result i32)
  (local i32)
  i32.const 0
  call $memo_get
  local.tee 2
  if
    local.get 2
    return
  end
  i32.const 0
  i32.const "A"
  call $memo_set
)

(func $policy:g0.data.t.b.y (param i32 i32) (result i32)
  (local i32)
  i32.const 1
  call $memo_get
  local.tee 2
  if
    local.get 2
    return
  end
  i32.const 1
  i32.const "B"
  call $memo_set
)

(func $policy:g0.data.t.c.y (param i32 i32) (result i32)
  (local i32 i32)
  i32.const 2
  call $memo_get
  local.tee 2
  if
    local.get 2
    call $memo_value
    return
  end
  block $0
    br $0
  end
  i32.const 2
  local.get 3
  call $memo_set
)

(func $policy:g0.data.t.d.z (param i32 i32) (result i32)
  (local i32)
  i32.const 3
  call $memo_get
  local.tee 2
  if
    local.get 2
    return
  end
  i32.const 3
  i32.const "D"
  call $memo_set
)

(func $policy:g0.data.t.p (param i32 i32) (result i32)
  (local i32 i32 i32 i32 i32 i32)
  i32.const 4
  call $memo_get
  local.tee 2
  if
    local.get 2
    return
  end
  i32.const 0
  call $make_array
  local.set 3
  i32.const 0
  local.set 4
  local.get 0
  call $scan_count
  local.set 5
  block $2
    loop $3
      local.get 4
      local.get 5
      i32.ge_u
      br_if $2
      local.get 0
      local.get 4
      call $scan_value
      local.set 6
      local.get 4
      i32.const 1
      i32.add
      local.set 4
      block $5
        block $6
          block $7
            local.get 6
            i32.const "a"
            call $value_equal
            i32.eqz
            br_if $7
            local.get 0
            local.get 1
            call $policy:g0.data.t.a.y
            local.tee 7
            i32.eqz
            br_if $5
            br $6
          end
          block $8
            local.get 6
            i32.const "b"
            call $value_equal
            i32.eqz
            br_if $8
            local.get 0
            local.get 1
            call $policy:g0.data.t.b.y
            local.tee 7
            i32.eqz
            br_if $5
            br $6
          end
          block $9
            local.get 6
            i32.const "c"
            call $value_equal
            i32.eqz
            br_if $9
            local.get 0
            local.get 1
            call $policy:g0.data.t.c.y
            local.tee 7
            i32.eqz
            br_if $5
            br $6
          end
          br $5
        end
        local.get 3
        local.get 7
        call $array_append
      end
      br $3
    end
  end
  i32.const 4
  local.get 3
  call $memo_set
)

(func $plan:t/p (param i32 i32) (result i32)
  (local i32 i32 i32)
  call $make_set
  local.set 2
  local.get 0
  local.get 1
  call $policy:g0.data.t.p
  local.set 3
  i32.const ["result"]
  local.get 3
  call $array_1
  call $object_of
  local.set 4
  local.get 2
  local.get 4
  call $set_add
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
