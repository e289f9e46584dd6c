Feature: The bell

  Scenario: {_who:string} calls {times:int} time(s)
    Somebody wants to be heard.
    For example: When "Ada" calls 2 times

    When the bell rings <times> times

  Scenario: {_who:string} is heard
    When the bell rings 1 time

  Scenario: everybody is heard
    When "all" is heard
