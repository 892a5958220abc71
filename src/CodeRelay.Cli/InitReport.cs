using System.Text.Json;
using CodeRelay.Formats;
using CodeRelay.Scaffolding;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What `init` did: a line or an object for each file, and what is left to do.</summary>
internal static class InitReport
{
    public static void Write(string root, ScaffoldPlan plan, bool isDryRun, bool asJson)
    {
        if (asJson)
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, json => WriteJson(root, plan, isDryRun, json));
            return;
        }

        foreach (var file in plan.Files)
            Terminal.Output.WriteLine($"{Word(file.Kind),-7} {VisibleText.OfLine(file.Path)}{Remark(file)}");
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

    private static void WriteJson(string root, ScaffoldPlan plan, bool isDryRun, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/init/1");
        json.WriteString("root", root);
        json.WriteBoolean("dryRun", isDryRun);
        json.WriteStartArray("files");
        foreach (var file in plan.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("action", Word(file.Kind));
            json.WriteStringOrNull("note", file.Note);
            json.WriteStringOrNull("backup", file.Backup);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in plan.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word(FileChangeKind kind) => kind switch
    {
        FileChangeKind.Wrote => "wrote",
        FileChangeKind.Merged => "merged",
        _ => "kept",
    };
}
