using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Rules;

/// <summary>An invariant was broken: a programming error or an impossible request, never a mere bad plan.</summary>
public sealed class DomainException : Exception
{
    public DomainException(string message)
        : base(message)
    {
    }

    public DomainException(Text text)
        : base(text?.ToString()) => Text = text;

    public DomainException()
    {
    }

    public DomainException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public Text? Text { get; }
}
