using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Scaffolding;

namespace CodeRelay.Agents.Reports;

/// <summary>What `coderelay init --format json` writes. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="DryRun">True when nothing was changed and the actions are what would be done.</param>
/// <param name="Files">One entry for each file.</param>
/// <param name="Notes">What the user should know or still has to do, one sentence each.</param>
internal sealed record InitJson(string Root, bool DryRun, IReadOnlyList<InitFileJson> Files, IReadOnlyList<string> Notes)
{
    public const string SchemaId = "coderelay/init/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static InitJson Of(string root, ScaffoldPlan plan, bool isDryRun) => new(
        root, isDryRun, [.. plan.Files.Select(file => new InitFileJson(file.Path, Word(file.Kind), file.Note, file.Backup))], plan.Notes);

    /// <summary>The word for what happens to a file.</summary>
    public static string Word(FileChangeKind kind) => kind switch
    {
        FileChangeKind.Wrote => "wrote",
        FileChangeKind.Merged => "merged",
        _ => "kept",
    };
}

/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Action">wrote: the file is new, or was replaced; merged: it got what it lacked; kept: it stays as it is.</param>
/// <param name="Note">Why, where the action alone does not tell.</param>
/// <param name="Backup">Where the content before a replacement is, relative to the root.</param>
internal sealed record InitFileJson(string Path, [AllowedValues("wrote", "merged", "kept")] string Action, string? Note, string? Backup);
