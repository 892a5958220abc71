using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Copilot;

/// <summary>
/// The file that Copilot CLI and VS Code both read. The names of its first two events are Copilot's, which VS Code translates; the
/// third is VS Code's, because it has no translation for Copilot's, and Copilot takes it as well.
/// </summary>
internal static class CopilotHooks
{
    /// <summary>Its place and text; the same for both, so that it is never there twice.</summary>
    public static HookSettings Settings(SettingsLevel level, string root, UserEnvironment environment)
    {
        var directory = level == SettingsLevel.Project ? Path.Combine(root, ".github") : Home(environment);
        return new HookSettings(Path.Combine(directory, "hooks", "coderelay.json"), EmbeddedText.Read("Copilot/hooks.json"), []) { IsOwnFile = true };
    }

    public static string Home(UserEnvironment environment) => environment.Directory("COPILOT_HOME", ".copilot");
}
