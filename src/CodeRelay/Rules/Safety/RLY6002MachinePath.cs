using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Safety;

/// <summary>The text contains a path of one machine, or the name of a machine.</summary>
internal sealed class RLY6002MachinePath : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY6002", "machine-path", Severity.Warning, "a path or name exists on one machine only")
    {
        NoFix = "what the reader has instead depends on the path: a relative path, a variable, or a note on where to get it",
    };

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var match in MachinePaths.Find(document.Text.Content, knowsTools: document.Kind == DocumentKind.Instruction))
        {
            var path = document.Text.Content.Substring(match.Start, match.Length);
            context.Report(this, document, match.Start, match.Start + match.Length, $"path `{path}` exists on one machine only; {Advice(path, context.Repository.Root)}");
        }

        foreach (var match in MachineNames.Find(document, context.Repository.History))
            context.Report(this, document, match.Start, match.Start + match.Length, $"\"{document.Text.Content.AsSpan(match.Start, match.Length)}\" names one machine or a device attached to it; say what it is and how to find it on another machine");
    }

    private static string Advice(string path, string root)
    {
        var name = root[(root.LastIndexOfAny(['/', '\\']) + 1)..];
        return path.Split('/', '\\').Contains(name, StringComparer.OrdinalIgnoreCase) ? "write it relative to the repository" : "say how to find it on another machine";
    }
}
