// Written by `coderelay hooks install`, which replaces and removes it as long as this line is here.
// Plugin for opencode 1: before a session is compacted, asks the coderelay command what has to survive it.
// opencode 1 lets no plugin hold an agent up at its stop, and opencode 2 does not load plugins of this form.
import { spawn } from "node:child_process"

const TIME_LIMIT = 30_000

// Whatever goes wrong is silence: a plugin that cannot judge must not be the reason why nobody can work.
const ask = (event, directory, sessionID) =>
  new Promise((resolve) => {
    try {
      const child = spawn("coderelay", ["hook", event, "--runtime", "opencode"], {
        cwd: directory,
        stdio: ["pipe", "pipe", "ignore"],
        windowsHide: true,
      })
      // A limit that spawn() keeps outlives a command that is not there, and the session ends only when it has run out.
      const limit = setTimeout(() => child.kill(), TIME_LIMIT)
      const answer = (text) => {
        clearTimeout(limit)
        resolve(text)
      }
      let output = ""
      child.stdout.setEncoding("utf8")
      child.stdout.on("data", (text) => (output += text))
      child.on("error", () => answer(""))
      child.on("close", (code) => answer(code === 0 ? output.trim() : ""))
      child.stdin.on("error", () => {})
      child.stdin.end(JSON.stringify({ session_id: sessionID ?? "", cwd: directory, hook_event_name: event }))
    } catch {
      resolve("")
    }
  })

export const CodeRelay = async ({ directory, worktree }) => ({
  "experimental.session.compacting": async (input, output) => {
    const text = await ask("pre-compact", directory ?? worktree, input?.sessionID)
    if (text) output.context.push(text)
  },
})
