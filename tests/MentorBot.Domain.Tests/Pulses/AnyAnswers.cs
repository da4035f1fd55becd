using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>People who answer about one relationship or several, and leave out what they like.</summary>
internal static class AnyAnswers
{
    public static Gen<(PulseForm Form, Answered[][] People)> OfPeople =>
        from form in Gen.Elements(Enum.GetValues<PulseForm>())
        from people in Gen.ArrayOf(from answers in Gen.NonEmptyListOf(One(form)) select answers.Take(3).ToArray())
        select (form, people);

    public static Gen<Answers> Answers(PulseForm form) =>
        from values in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0)), (9, Gen.Choose(MentoringIndex.Lowest, MentoringIndex.Highest))), MentoringIndex.ItemsOf(form).Length)
        select Domain.Pulses.Answers.Of(MentoringIndex.ItemsOf(form).Zip(values).Where(one => one.Second > 0));

    private static Gen<Answered> One(PulseForm form) =>
        from role in Gen.Elements(PulseRole.Mentee, PulseRole.Mentor)
        from isLonger in Gen.Elements(true, false)
        from answers in Answers(form)
        select new Answered(role, isLonger, answers);
}
