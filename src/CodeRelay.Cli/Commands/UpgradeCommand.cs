using System.CommandLine;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Setup.Upgrade;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay upgrade`: checks for a newer version, or skips one.</summary>
internal sealed class UpgradeCommand : Verb
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly Option<string?> _skip = new("--skip") { Description = "Do not mention this version again; later versions are mentioned.", HelpName = "version" };
    private readonly ChoiceOption<bool> _json = JsonOption();

    public UpgradeCommand()
        : base("upgrade", "Ask the configured package sources for a newer version; nothing is installed.")
    {
        Options.Add(_skip);
        Options.Add(_json);
    }

    public override VerbGroup? Group => VerbGroup.Setup;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay upgrade               # ask now",
        "coderelay upgrade --skip 1.4.0  # do not mention 1.4.0 again",
    ];

    protected override int Run(ParseResult arguments)
    {
        var asJson = _json.Read(arguments);
        if (arguments.GetValue(_skip) is { } skip)
        {
            if (!UpgradeCheck.TrySkip(skip))
                throw new UsageException($"'{skip}' is not a stable version; valid is one such as 1.4.0");
            if (!asJson)
            {
                Terminal.Output.WriteLine($"{skip} will not be mentioned again; later versions will");
                return ExitCode.Success;
            }
        }

        var check = UpgradeCheck.Ask(Directory.GetCurrentDirectory(), Limit);
        if (!check.IsAnswered)
            throw new MissingEnvironmentException($"no package source answered within {Limit.TotalSeconds:0} seconds; `dotnet nuget list source` shows those that are configured");
        if (asJson)
            WriteJson(check);
        else
            Terminal.Output.WriteLine(check.IsNewer ? Announcement(check) : $"{Product.Version} is the newest version that the configured sources have");
        return ExitCode.Success;
    }

    /// <summary>One line about a newer version.</summary>
    public static string Announcement(UpgradeCheck check) => $"{Product.Package} {check.Newest} is available, this is {Product.Version}; update: {Product.UpdateCommand}, or skip it: coderelay upgrade --skip {check.Newest}";

    private static void WriteJson(UpgradeCheck check)
    {
        using var output = Terminal.OpenOutput();
        JsonText.Write(output, UpgradeJson.Of(check), ReportJsonContext.Default.UpgradeJson);
    }
}
