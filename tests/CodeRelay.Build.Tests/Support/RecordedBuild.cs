using System.Runtime.CompilerServices;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Locator;

namespace CodeRelay.Build.Tests.Support;

/// <summary>A diagnostic as MSBuild hands it to its loggers.</summary>
internal sealed record Diagnostic(string Level, string? Code, string? File, int Line, int Column, int EndLine, int EndColumn, string? Message, string? HelpLink);

/// <summary>Builds in this process with the MSBuild of the installed SDK, and keeps what the loggers are told.</summary>
internal sealed class RecordedBuild
{
    private RecordedBuild(bool succeeded, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<string> messages) =>
        (Succeeded, Diagnostics, Messages) = (succeeded, diagnostics, messages);

    public bool Succeeded { get; }

    /// <summary>Warnings and errors.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Messages of high importance, which people see.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>The levels at which the sample's finding was logged.</summary>
    public IEnumerable<string> Levels(string code = Sample.Rule) => Diagnostics.Where(diagnostic => diagnostic.Code == code).Select(diagnostic => diagnostic.Level).Order(StringComparer.Ordinal);

    /// <summary>Builds a project.</summary>
    /// <param name="project">Full path.</param>
    /// <param name="properties">Global properties, as `-p:` sets them.</param>
    /// <param name="warningsAsErrors">Codes, as `-warnaserror:` takes them.</param>
    /// <param name="target">What to build.</param>
    public static RecordedBuild Run(string project, IDictionary<string, string>? properties = null, string[]? warningsAsErrors = null, string target = "Build")
    {
        if (MSBuildLocator.CanRegister)
            MSBuildLocator.RegisterDefaults();
        return Build(project, properties ?? new Dictionary<string, string>(), warningsAsErrors ?? [], target);
    }

    // Not inlined: its types can be loaded only after the locator has said from where.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RecordedBuild Build(string project, IDictionary<string, string> properties, string[] warningsAsErrors, string target)
    {
        var recorder = new Recorder();
        using var collection = new ProjectCollection();
        var parameters = new BuildParameters(collection)
        {
            Loggers = [recorder],
            EnableNodeReuse = false,
            MaxNodeCount = 1,
            WarningsAsErrors = warningsAsErrors.Length == 0 ? null : new HashSet<string>(warningsAsErrors, StringComparer.OrdinalIgnoreCase),
        };
        var request = new BuildRequestData(project, properties.ToDictionary(property => property.Key, property => (string?)property.Value), null, [target], null);
        using var manager = new BuildManager();
        var result = manager.Build(parameters, request);
        return new RecordedBuild(result.OverallResult == BuildResultCode.Success, recorder.Diagnostics, recorder.Messages);
    }

    private sealed class Recorder : ILogger
    {
        public List<Diagnostic> Diagnostics { get; } = [];

        public List<string> Messages { get; } = [];

        public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Minimal;

        public string? Parameters { get; set; }

        public void Initialize(IEventSource eventSource)
        {
            eventSource.WarningRaised += (_, e) => Diagnostics.Add(new("warning", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message, e.HelpLink));
            eventSource.ErrorRaised += (_, e) => Diagnostics.Add(new("error", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message, e.HelpLink));
            eventSource.MessageRaised += (_, e) =>
            {
                if (e.Importance == MessageImportance.High && e.Message is not null)
                    Messages.Add(e.Message);
            };
        }

        public void Shutdown()
        {
        }
    }
}
