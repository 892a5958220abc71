namespace CodeRelay.Relay.Remote;

/// <summary>The program that git reaches ssh hosts with, told not to ask for passwords or host keys.</summary>
internal static class SshCommand
{
    /// <param name="configured">`core.sshCommand`, or null.</param>
    /// <returns>A value for GIT_SSH_COMMAND; null where git finds the program itself and our option may not be one of it.</returns>
    public static string? WithoutQuestions(string? configured)
    {
        var command = Environment.GetEnvironmentVariable("GIT_SSH_COMMAND") ?? configured;
        if (command is null && Environment.GetEnvironmentVariable("GIT_SSH") is not null)
            return null;
        command ??= "ssh";
        return IsOpenSsh(command) ? command + " -o BatchMode=yes" : null;
    }

    private static bool IsOpenSsh(string command)
    {
        var text = command.TrimStart();
        var end = text.Length == 0 ? 0 : text[0] is '"' or '\'' ? text.IndexOf(text[0], 1) : text.IndexOf(' ', StringComparison.Ordinal);
        var program = (end < 0 ? text : text[..end]).TrimStart('"', '\'');
        return program.Split('/', '\\')[^1] is var name && (name.Equals("ssh", StringComparison.Ordinal) || name.Equals("ssh.exe", StringComparison.OrdinalIgnoreCase));
    }
}
