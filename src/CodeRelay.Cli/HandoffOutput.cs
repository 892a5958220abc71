using CodeRelay.Relay;

namespace CodeRelay.Cli;

/// <summary>Writes a handoff into the inbox, with an error that says what to do.</summary>
internal static class HandoffOutput
{
    /// <exception cref="MissingEnvironmentException">It cannot be written.</exception>
    public static WrittenHandoff Write(Address address, string fileName, string text)
    {
        try
        {
            return HandoffWriter.Write(address, fileName, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"the handoff was not written to {address.Place.Unread}: {e.Message.TrimEnd('.')}; make room or give write access there, or choose another inbox with AGENT_HANDOFF_ROOT");
        }
    }
}
