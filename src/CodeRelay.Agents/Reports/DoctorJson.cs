using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Setup.Doctor;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>What `coderelay doctor --format json` writes. Changes only add members.</summary>
/// <param name="Root">Full path of the repository's top level, or of the directory outside git.</param>
/// <param name="Version">Of the command that examined.</param>
/// <param name="Summary">Totals.</param>
/// <param name="Checks">What is about the machine and the repository first, then one runtime after the other.</param>
/// <param name="Runtimes">The ids of the runtimes that were examined.</param>
/// <param name="NotFound">The ids of those that are not here.</param>
internal sealed record DoctorJson(
    string Root, string Version, DoctorSummaryJson Summary, IReadOnlyList<DoctorCheckJson> Checks, IReadOnlyList<string> Runtimes, IReadOnlyList<string> NotFound)
{
    public const string SchemaId = "coderelay/doctor/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static DoctorJson Of(DoctorReport report, Repository repository) => new(
        repository.Root,
        Product.Version,
        new DoctorSummaryJson(report.Count(CheckLevel.Ok), report.Count(CheckLevel.Warn), report.Count(CheckLevel.Problem)),
        [.. report.Checks.Select(check => new DoctorCheckJson(check.Runtime, check.Name, DoctorReport.Word(check.Level), check.Text, check.Advice))],
        [.. report.Runtimes.Select(runtime => runtime.Id)],
        [.. report.NotFound.Select(runtime => runtime.Id)]);
}

/// <param name="Ok">Checks that found nothing.</param>
/// <param name="Warnings">Checks that found something that works less well than it could, or is left to the user.</param>
/// <param name="Problems">With one or more the exit code is 1.</param>
internal sealed record DoctorSummaryJson(int Ok, int Warnings, int Problems);

/// <param name="Runtime">The id of the runtime that it is about, or null.</param>
/// <param name="Name">What was looked at; one name can come several times.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Advice">What to do, often a command.</param>
internal sealed record DoctorCheckJson(
    string? Runtime,
    [AllowedValues("git", "switch", "state", "inbox", "command", "configuration", "packet", "program", "settings", "hooks", "line", "twice", "trust", "block", "skills", "limits", "instructions")] string Name,
    [AllowedValues("ok", "warn", "problem")] string Level,
    string Text,
    string? Advice);
