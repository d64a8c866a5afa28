(func $policy:g0.data.t.a.y (result i32)
  i32.const 0
  i32.const "A"
  call $folded:0
)

(func $policy:g0.data.t.b.y (result i32)
  i32.const 1
  i32.const "B"
  call $folded:0
)

(func $policy:g0.data.t.c.y (result i32)
  (local i32 i32)
  i32.const 2
  call $memo_get
  local.tee 0
  if
    local.get 0
    call $memo_value
    return
  end
  block $0
    br $0
  end
  i32.const 2
  local.get 1
  call $memo_set
)

(func $policy:g0.data.t.d.z (result i32)
  i32.const 3
  i32.const "D"
  call $folded:0
)

(func $policy:g0.data.t.p (result i32)
  (local i32 i32 i32 i32 i32)
  i32.const 4
  call $memo_get
  local.tee 0
  if
    local.get 0
    return
  end
  i32.const 0
  call $make_array
  local.set 1
  i32.const 0
  local.set 2
  block $2
    loop $3
      global.get $input
      local.get 2
      call $scan_next
      local.tee 3
      i32.eqz
      br_if $2
      local.get 2
      i32.const 1
      i32.add
      local.set 2
      block $5
        block $6
          block $7
            local.get 3
            i32.const "a"
            call $value_equal
            i32.eqz
            br_if $7
            call $policy:g0.data.t.a.y
            local.tee 4
            i32.eqz
            br_if $5
            br $6
          end
          block $8
            local.get 3
            i32.const "b"
            call $value_equal
            i32.eqz
            br_if $8
            call $policy:g0.data.t.b.y
            local.tee 4
            i32.eqz
            br_if $5
            br $6
          end
          block $9
            local.get 3
            i32.const "c"
            call $value_equal
            i32.eqz
            br_if $9
            call $policy:g0.data.t.c.y
            local.tee 4
            i32.eqz
            br_if $5
            br $6
          end
          br $5
        end
        local.get 1
        local.get 4
        call $array_append
      end
      br $3
    end
  end
  i32.const 4
  local.get 1
  call $memo_set
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

(func $folded:0 (param i32 i32) (result i32)
  (local i32)
  local.get 0
  call $memo_get
  local.tee 2
  if
    local.get 2
    return
  end
  local.get 0
  local.get 1
  call $memo_set
)
