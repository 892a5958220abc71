using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Finds commands in a line: words that begin with the name of a known tool or with a script's path.</summary>
internal static partial class CommandReader
{
    private static readonly HashSet<string> Tools = Set(
        "dotnet msbuild nuget git gh glab npm npx pnpm pnpx yarn bun bunx node deno tsc tsx nx turbo lerna vite vitest jest eslint prettier playwright cypress " +
        "python python2 python3 py pip pip3 pipx uv uvx poetry pdm hatch pytest tox nox ruff black mypy flake8 alembic uvicorn gunicorn flask django-admin " +
        "cargo rustup rustc go gofmt golangci-lint make cmake ctest ninja meson bazel bazelisk buck2 just task mage gcc clang " +
        "docker docker-compose podman kubectl helm terraform tofu pulumi ansible-playbook vagrant bash sh zsh fish pwsh powershell cmd wsl " +
        "cd ls dir cat head tail cp mv rm mkdir touch echo printf export source set curl wget grep rg sed awk find xargs jq yq tar zip unzip chmod ssh scp rsync " +
        "az aws gcloud heroku vercel netlify fly wrangler supabase firebase mvn mvnw gradle gradlew sbt lein gem bundle rake rails rspec ruby php composer phpunit artisan " +
        "swift xcodebuild xcrun pod flutter dart perl Rscript julia mix elixir rebar3 ghc stack cabal nix nix-shell brew apt apt-get dnf choco winget scoop " +
        "psql mysql sqlite3 redis-cli mongosh systemctl journalctl pre-commit shellcheck coderelay claude codex gemini opencode aider ollama");

    // Other tools need an argument to be a command.
    private static readonly HashSet<string> WholeCommands = Set("make pytest tox nox jest vitest ctest rake rspec phpunit just mage gradle mvn");

    // Their arguments name files that they create, remove or reach elsewhere.
    private static readonly HashSet<string> MakingTools = Set(
        "mkdir touch cp mv rm tee curl wget git gh glab docker docker-compose podman kubectl helm npm npx pnpm yarn bun bunx pip pip3 pipx uv ssh scp rsync export echo printf set tar zip unzip brew apt apt-get az aws gcloud ln ollama winget choco");

    /// <summary>One command of a line.</summary>
    /// <param name="Start">Index of its first word.</param>
    /// <param name="Length">UTF-16 units to the end of its last word.</param>
    /// <param name="Arguments">The words after the tool, without options, redirections and the arguments of output options.</param>
    /// <param name="MakesFiles">True when a path among the arguments need not exist.</param>
    /// <param name="TakesPaths">True when an argument with a slash can only be a path.</param>
    public sealed record Command(int Start, int Length, IReadOnlyList<ShellWord> Arguments, bool MakesFiles, bool TakesPaths);

    /// <summary>The commands of a line.</summary>
    /// <param name="line">Without a line break.</param>
    /// <param name="isShell">True in a shell fence, where a single word can be a command.</param>
    public static IEnumerable<Command> Read(string line, bool isShell)
    {
        var words = ShellWord.Split(line);
        for (var first = 0; first < words.Count;)
        {
            var end = first;
            while (end < words.Count && !words[end].EndsCommand)
                end++;
            if (Read(words.Take(end).Skip(first).ToArray(), isShell) is { } command)
                yield return command;
            first = end + 1;
        }
    }

    private static Command? Read(ShellWord[] words, bool isShell)
    {
        var first = Array.FindIndex(words, word => !word.IsOperator && !Prefix().IsMatch(word.Text));
        if (first < 0)
            return null;
        var tool = words[first];
        var isScript = Script().IsMatch(tool.Text);
        if (!isScript && !Tools.Contains(tool.Text))
            return null;
        // `build/release.sh` alone names a file; `./release.sh` runs it.
        if (words.Length - first == 1 && !isShell && !WholeCommands.Contains(tool.Text) && !tool.Text.StartsWith("./", StringComparison.Ordinal))
            return null;
        var last = words[^1];
        var arguments = Arguments(words[(first + 1)..]);
        return new Command(tool.Start, last.Start + last.Length - tool.Start, isScript ? [tool, .. arguments] : [.. arguments], MakingTools.Contains(tool.Text), tool.Text is "dotnet" or "pytest" or "cd");
    }

    private static IEnumerable<ShellWord> Arguments(ShellWord[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsOperator || Output().IsMatch(words[i].Text) && !words[i].Text.Contains('=', StringComparison.Ordinal))
                i++;
            else if (words[i].Text.StartsWith('-'))
            {
                if (words[i].Text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && !Output().IsMatch(words[i].Text) && words[i].Text.Length == words[i].Length)
                    yield return new ShellWord(words[i].Start + equals + 1, words[i].Length - equals - 1, words[i].Text[(equals + 1)..], IsOperator: false);
            }
            else
                yield return words[i];
        }
    }

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);

    // `FOO=1 dotnet test`, `$ dotnet test`, `sudo make`
    [GeneratedRegex(@"^(?:[A-Za-z_]\w*=.*|[$>%❯]|PS|sudo|time|env|call|then|do)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\.{1,2}[/\\][\w./\\-]+$|^[\w-]+(?:[/\\][\w.-]+)*\.(?:sh|ps1|cmd|bat)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Script();

    [GeneratedRegex(@"^-(?:o|O|-out|-output|-out-dir|-outdir|-output-dir|-outfile|-results-directory|-logger|-log-file|-report|-save|-dest|-target-dir)(?:=|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Output();
}
