using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Cli.Output;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>The result of `init`: a line per file, and the remaining steps.</summary>
internal static class InitText
{
    public static void Write(ScaffoldPlan plan, bool isDryRun)
    {
        foreach (var file in plan.Files)
            Terminal.Output.WriteLine($"{InitJson.Word(file.Kind),-7} {VisibleText.OfLine(file.Path)}{Remark(file)}");
        foreach (var note in plan.Notes)
            Terminal.Error.WriteLine(note);
        if (isDryRun)
            Terminal.Error.WriteLine("dry run: nothing was changed");
        else if (plan.Files.All(file => file.Kind == FileChangeKind.Kept))
            Terminal.Error.WriteLine("everything is in place; nothing was changed");
        else
            Terminal.Error.WriteLine("next: replace each <fill: ...> in the packet, then run `coderelay check`");
    }

    private static string Remark(ScaffoldFile file) =>
        file.Backup is not null ? $" (before: {VisibleText.OfLine(file.Backup)})" : file.Note is not null ? $" ({file.Note})" : "";
}
