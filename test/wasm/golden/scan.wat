(func $policy:g0.data.t.p (result i32)
  (local i32 i32 i32 i32)
  i32.const 0
  call $make_array
  local.set 0
  i32.const 0
  local.set 1
  block $2
    loop $3
      global.get $input
      local.get 1
      call $scan_next
      local.tee 2
      i32.eqz
      br_if $2
      local.get 1
      i32.const 1
      i32.add
      local.set 1
      block $4
        local.get 2
        i32.const site 0
        i32.const "x"
        call $site_get
        local.tee 3
        i32.eqz
        br_if $4
        local.get 0
        local.get 3
        call $array_append
      end
      br $3
    end
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
