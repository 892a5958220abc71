using CodeRelay.Documents;

namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates `./release.sh`, `bash tools/release.sh`, `pwsh tools/release.ps1`, `node tools/x.mjs`: the script.</summary>
internal sealed class ScriptCommandValidator : CommandValidator
{
    private static readonly string[] Interpreters = ["bash", "sh", "zsh", "pwsh", "powershell", "node", "ruby", "perl", "tsx", "deno"];

    private static readonly string[] Extensions = [".sh", ".bash", ".ps1", ".bat", ".cmd", ".py", ".rb", ".pl", ".js", ".mjs", ".cjs", ".ts"];

    public override bool Knows(QuotedCommand command) => Interpreters.Contains(command.Tool) || IsScript(command.Words[0]);

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var script = IsScript(command.Words[0]) ? command.Words[0] : command.Words.Skip(1).SkipWhile(word => word.Text is "-x" or "-e" or "-ex" or "-File" or "-NoProfile" or "run").FirstOrDefault();
        return script is { Text: { } text, IsOperator: false } && HasExtension(text) && surroundings.Missing(command, script, isKept: false) is { } missing ? [missing] : [];
    }

    private static bool IsScript(ShellWord word) => (word.Text.StartsWith("./", StringComparison.Ordinal) || word.Text.StartsWith(".\\", StringComparison.Ordinal)) && HasExtension(word.Text);

    private static bool HasExtension(string path) => Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
